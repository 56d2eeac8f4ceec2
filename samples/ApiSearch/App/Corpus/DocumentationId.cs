using System.Text;

namespace ApiSearch.Corpus;

/// <summary>
/// Reads documentation ids, the compiler's names for members: <c>M:System.Linq.Enumerable.Sum``1(System.Collections.Generic.IEnumerable{``0})</c>.
/// Their grammar is appendix D of the C# specification.
/// </summary>
public static class DocumentationId
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.SByte"] = "sbyte",
        ["System.Char"] = "char",
        ["System.Int16"] = "short",
        ["System.UInt16"] = "ushort",
        ["System.Int32"] = "int",
        ["System.UInt32"] = "uint",
        ["System.Int64"] = "long",
        ["System.UInt64"] = "ulong",
        ["System.Single"] = "float",
        ["System.Double"] = "double",
        ["System.Decimal"] = "decimal",
        ["System.String"] = "string",
        ["System.Object"] = "object",
    };

    public static MemberKind KindOf(string id) => id[0] switch
    {
        'T' => MemberKind.Type,
        'P' => MemberKind.Property,
        'F' => MemberKind.Field,
        'E' => MemberKind.Event,
        _ => SimpleName(id) switch
        {
            "#ctor" or "#cctor" => MemberKind.Constructor,
            ['o', 'p', '_', ..] => MemberKind.Operator,
            _ => MemberKind.Method,
        },
    };

    /// <summary>The id without its kind, parameters and return type: <c>System.Linq.Enumerable.Sum``1</c>.</summary>
    public static string PathOf(string id)
    {
        var end = id.AsSpan(2).IndexOfAny('(', '~');
        return end < 0 ? id[2..] : id[2..(end + 2)];
    }

    /// <summary>The path of the type that declares a member.</summary>
    public static string DeclaringTypeOf(string id) => WithoutLastName(PathOf(id));

    /// <summary>
    /// The namespace ends where the outermost type begins, which only the documented types can tell:
    /// <c>A.B.C</c> may be type C in namespace A.B or type C nested in type A.B.
    /// </summary>
    public static string NamespaceOf(string id, Func<string, bool> isType)
    {
        var path = PathOf(id);
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            var next = path.IndexOf('.', dot + 1);
            if (isType(next < 0 ? path : path[..next]))
                return path[..dot];
        }

        var container = id[0] == 'T' ? path : WithoutLastName(path);
        return WithoutLastName(container);
    }

    /// <summary>
    /// The name as C# writes it, without the namespace. Type parameters are named by <paramref name="typeParametersOf"/>,
    /// which gives those documented for a path.
    /// </summary>
    public static string DisplayName(string id, string @namespace, Func<string, IReadOnlyList<string>> typeParametersOf)
    {
        var path = PathOf(id);
        var typePath = id[0] == 'T' ? path : WithoutLastName(path);
        var ofType = typeParametersOf(typePath);
        var ofMethod = id[0] == 'M' ? typeParametersOf(path) : [];

        var name = new StringBuilder();
        var local = @namespace.Length == 0 ? path : path[(@namespace.Length + 1)..];
        foreach (var part in local.Split('.'))
        {
            if (name.Length > 0)
                name.Append('.');
            AppendPart(name, part, ofType, ofMethod);
        }

        var open = id.IndexOf('(', StringComparison.Ordinal);
        var result = name.ToString();
        if (KindOf(id) == MemberKind.Constructor)
            result = result[..result.LastIndexOf('.')];
        if (id[0] == 'P' && open > 0)
            return $"{result}[{Parameters(id, open, ofType, ofMethod)}]";
        return id[0] == 'M' ? $"{result}({(open < 0 ? "" : Parameters(id, open, ofType, ofMethod))})" : result;
    }

    /// <summary>A name for running text: <c>T:System.Collections.Generic.List`1</c> becomes <c>List</c>, <c>M:System.IO.File.Open(System.String)</c> becomes <c>File.Open</c>.</summary>
    public static string ShortName(string cref)
    {
        if (cref is not [_, ':', ..])
            return cref;
        var names = PathOf(cref).Split('.');
        var kept = cref[0] is 'T' or 'N' or '!' ? names[^1..] : names[Math.Max(0, names.Length - 2)..];
        return string.Join('.', kept.Where(n => n is not "#ctor").Select(WithoutArity));
    }

    private static string SimpleName(string id)
    {
        var path = PathOf(id);
        return path[(path.LastIndexOf('.') + 1)..];
    }

    private static string WithoutLastName(string path) => path[..Math.Max(0, path.LastIndexOf('.'))];

    private static string WithoutArity(string name)
    {
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick];
    }

    private static void AppendPart(StringBuilder name, string part, IReadOnlyList<string> ofType, IReadOnlyList<string> ofMethod)
    {
        var tick = part.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0)
        {
            // An explicit implementation carries its interface's full name, with # for the dots.
            name.Append(part[0] == '#' ? part : part[(part.LastIndexOf('#') + 1)..]);
            return;
        }

        var names = part.Contains("``", StringComparison.Ordinal) ? ofMethod : ofType;
        var arity = int.TryParse(part.AsSpan(part.LastIndexOf('`') + 1), out var n) ? n : 0;
        name.Append(part, 0, tick).Append('<');
        for (var i = 0; i < arity; i++)
            name.Append(i == 0 ? "" : ", ").Append(NameOf(i, names));
        name.Append('>');
    }

    private static string NameOf(int index, IReadOnlyList<string> names) => index < names.Count ? names[index] : $"T{index + 1}";

    private static string Parameters(string id, int open, IReadOnlyList<string> ofType, IReadOnlyList<string> ofMethod)
    {
        var close = id.LastIndexOf(')');
        var text = new StringBuilder();
        for (var i = open + 1; i < close;)
        {
            switch (id[i])
            {
                case '{':
                    text.Append('<');
                    i++;
                    break;
                case '}':
                    text.Append('>');
                    i++;
                    break;
                case ',':
                    text.Append(", ");
                    i++;
                    break;
                case '@':
                    text.Append('&');
                    i++;
                    break;
                case '[':
                    // Lower bounds of multi-dimensional arrays, [0:,0:], say nothing in C#.
                    var end = id.IndexOf(']', i);
                    text.Append('[').Append(',', id.AsSpan(i, end - i).Count(',')).Append(']');
                    i = end + 1;
                    break;
                case '`':
                    var method = id[i + 1] == '`';
                    i += method ? 2 : 1;
                    var digits = i;
                    while (i < close && char.IsAsciiDigit(id[i]))
                        i++;
                    text.Append(NameOf(int.Parse(id.AsSpan(digits, i - digits), provider: null), method ? ofMethod : ofType));
                    break;
                case var c when IsNamePart(c):
                    var start = i;
                    while (i < close && IsNamePart(id[i]))
                        i++;
                    var name = id[start..i];
                    text.Append(Keywords.GetValueOrDefault(name) ?? name[(name.LastIndexOf('.') + 1)..]);
                    break;
                default:
                    text.Append(id[i++]);
                    break;
            }
        }

        return text.ToString();
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
