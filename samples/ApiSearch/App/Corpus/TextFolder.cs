using System.Security.Cryptography;
using System.Text;
using Markdig;
using Markdig.Syntax;

namespace ApiSearch.Corpus;

/// <summary>A folder of Markdown and text files: each is read in sections, from heading to heading, and long ones in passages.</summary>
public sealed class TextFolder : ICorpus
{
    // A few paragraphs: long enough to mean something, short enough to mean one thing.
    private const int PassageLength = 1_200;

    // Links may lead out of the folder, and around in circles.
    private static readonly EnumerationOptions Inside = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    private readonly string _root;

    public TextFolder(string root)
    {
        _root = Path.GetFullPath(root);
        if (!Directory.Exists(_root))
            throw new DirectoryNotFoundException($"The source folder '{_root}' does not exist. Name one that does: dotnet run -- --source path/to/folder");
        Paths = [.. Directory.EnumerateFiles(_root, "*", Inside)
            .Where(path => IsMarkdown(path) || path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        var files = Paths.Select(path => new FileInfo(path)).Select(file => $"{NameOf(file.FullName)} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        Fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))));
    }

    public string Description => Path.GetFileName(_root);

    public string Fingerprint { get; }

    public IReadOnlyList<string> Paths { get; }

    public string WhenEmpty => $"The source folder '{_root}' holds no Markdown (*.md, *.markdown) and no text (*.txt).";

    public IReadOnlyList<DocumentedMember> Read(string path)
    {
        var file = NameOf(path);
        var text = File.ReadAllText(path);
        var sections = IsMarkdown(path) ? Sections(text) : [("", text)];
        var title = sections.Select(section => section.Heading).FirstOrDefault(heading => heading.Length > 0) ?? Path.GetFileNameWithoutExtension(path);
        var members = new List<DocumentedMember>();
        foreach (var (heading, body) in sections)
        {
            foreach (var passage in Passages(body))
            {
                members.Add(new DocumentedMember
                {
                    Id = $"{file}#{members.Count + 1}",
                    Name = heading.Length > 0 ? heading : title,
                    Kind = MemberKind.Section,
                    Namespace = Path.GetDirectoryName(file)!.Replace('\\', '/'),
                    Assembly = file,
                    Summary = passage,
                    TypeSummary = title,
                });
            }
        }

        return members;
    }

    private string NameOf(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');

    private static bool IsMarkdown(string path)
        => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static List<(string Heading, string Body)> Sections(string markdown)
    {
        var sections = new List<(string, string)>();
        var (heading, body) = ("", new StringBuilder());
        foreach (var block in Markdown.Parse(markdown))
        {
            var text = Markdown.ToPlainText(markdown.Substring(block.Span.Start, block.Span.Length)).Trim();
            if (block is HeadingBlock)
            {
                sections.Add((heading, body.ToString()));
                (heading, body) = (text, new StringBuilder());
            }
            else
            {
                body.Append(text).Append("\n\n");
            }
        }

        sections.Add((heading, body.ToString()));
        return sections;
    }

    // White space is one blank, as in the documentation of members; a passage ends where a paragraph does, or else a word.
    private static IEnumerable<string> Passages(string body)
    {
        var passage = new StringBuilder();
        foreach (var paragraph in body.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var words = paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (passage.Length > 0 && passage.Length + words.Sum(word => word.Length + 1) > PassageLength)
            {
                yield return passage.ToString();
                passage.Clear();
            }

            foreach (var word in words)
            {
                if (passage.Length > PassageLength)
                {
                    yield return passage.ToString();
                    passage.Clear();
                }

                passage.Append(passage.Length > 0 ? " " : "").Append(word);
            }
        }

        if (passage.Length > 0)
            yield return passage.ToString();
    }
}
