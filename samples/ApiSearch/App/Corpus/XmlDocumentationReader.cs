using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ApiSearch.Corpus;

/// <summary>Reads the members of one XML documentation file, as the C# compiler writes it.</summary>
public static class XmlDocumentationReader
{
    /// <exception cref="XmlException">The file is not well-formed XML.</exception>
    public static IReadOnlyList<DocumentedMember> Read(string path)
    {
        var assembly = Path.GetFileNameWithoutExtension(path);
        var elements = new List<(string Id, string Summary)>();
        var typeParameters = new Dictionary<string, string[]>(StringComparer.Ordinal);
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, Name: "assembly" })
            {
                if (((XElement)XNode.ReadFrom(reader)).Element("name")?.Value.Trim() is { Length: > 0 } name)
                    assembly = name;
            }
            else if (reader is { NodeType: XmlNodeType.Element, Name: "member" })
            {
                // ReadFrom leaves the reader behind the element, so there is no Read() here.
                var member = (XElement)XNode.ReadFrom(reader);
                if (member.Attribute("name")?.Value is not { } id || !IsMember(id))
                    continue;
                elements.Add((id, TextOf(member.Element("summary"))));
                var names = member.Elements("typeparam").Select(t => t.Attribute("name")?.Value).OfType<string>().ToArray();
                if (names.Length > 0)
                    typeParameters[DocumentationId.PathOf(id)] = names;
            }
            else
            {
                reader.Read();
            }
        }

        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, summary) in elements.Where(e => e.Id[0] == 'T'))
            types.TryAdd(DocumentationId.PathOf(id), summary);
        return [.. elements.Select(e => Member(e.Id, e.Summary, assembly, types, typeParameters))];
    }

    private static DocumentedMember Member(
        string id, string summary, string assembly, Dictionary<string, string> types, Dictionary<string, string[]> typeParameters)
    {
        var @namespace = DocumentationId.NamespaceOf(id, types.ContainsKey);
        return new DocumentedMember
        {
            Id = id,
            Name = DocumentationId.DisplayName(id, @namespace, path => typeParameters.GetValueOrDefault(path) ?? []),
            Kind = DocumentationId.KindOf(id),
            Namespace = @namespace,
            Assembly = assembly,
            Summary = summary,
            TypeSummary = id[0] == 'T' ? "" : types.GetValueOrDefault(DocumentationId.DeclaringTypeOf(id)) ?? "",
        };
    }

    // Namespaces (N:) and references the compiler could not resolve (!:) are not members.
    private static bool IsMember(string id) => id is ['T' or 'M' or 'P' or 'F' or 'E', ':', _, ..];

    private static string TextOf(XElement? element)
    {
        if (element is null)
            return "";
        var text = new StringBuilder();
        Append(text, element);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText characters)
                text.Append(characters.Value);
            else if (node is XElement child)
                AppendElement(text, child);
        }
    }

    private static void AppendElement(StringBuilder text, XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" or "xref" when element.IsEmpty:
                text.Append(
                    element.Attribute("langword")?.Value
                    ?? DocumentationId.ShortName(element.Attribute("cref")?.Value ?? element.Attribute("href")?.Value ?? ""));
                break;
            case "paramref" or "typeparamref":
                text.Append(element.Attribute("name")?.Value);
                break;
            case "para" or "item" or "list" or "br" or "code" or "description" or "term":
                text.Append(' ');
                Append(text, element);
                text.Append(' ');
                break;
            default:
                Append(text, element);
                break;
        }
    }
}
