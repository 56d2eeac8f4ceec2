namespace ApiSearch.Tests;

/// <summary>A test of the application over its small corpus.</summary>
public abstract class ApplicationTest : IDisposable
{
    protected ApplicationTest()
    {
        ApiSearchApplication.WriteCorpus(Folder);
        Application = new ApiSearchApplication(Folder);
    }

    protected TemporaryFolder Folder { get; } = new();

    protected ApiSearchApplication Application { get; }

    public void Dispose()
    {
        Application.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
