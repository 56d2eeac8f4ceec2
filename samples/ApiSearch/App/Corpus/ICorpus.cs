namespace ApiSearch.Corpus;

/// <summary>What is searched: files that are read into members.</summary>
public interface ICorpus
{
    /// <summary>Where it comes from, for people.</summary>
    string Description { get; }

    /// <summary>Changes when the files do, so that they are read again.</summary>
    string Fingerprint { get; }

    IReadOnlyList<string> Paths { get; }

    /// <summary>What to do when there is nothing to read.</summary>
    string WhenEmpty { get; }

    /// <exception cref="InvalidDataException">The file is not what it should be; the message says why.</exception>
    IReadOnlyList<DocumentedMember> Read(string path);
}
