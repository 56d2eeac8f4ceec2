using System.Runtime.CompilerServices;

namespace ApiSearch.Tests.Browser;

/// <summary>A test in a real browser. On a machine without one it is reported as skipped, never as passed, with what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        SkipType = typeof(Chromium);
        SkipUnless = nameof(Chromium.IsInstalled);
        Skip = "Not run: there is no Chromium and no Chrome here. `apt-get install chromium`, or name one in the variable CHROMIUM.";
    }
}
