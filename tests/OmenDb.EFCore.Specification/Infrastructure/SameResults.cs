using System.Collections;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>Compares results by what they hold: entities by their scalar properties, objects by all their properties, floating-point numbers within rounding.</summary>
internal sealed class SameResults(IModel model)
{
    private const double Tolerance = 1e-5;

    public void Check(IEnumerable expected, IEnumerable actual, bool ordered)
    {
        var wanted = expected.Cast<object?>().ToList();
        var found = actual.Cast<object?>().ToList();
        var left = found.ToList();
        var same = wanted.Count == found.Count && (ordered
            ? wanted.Zip(found, Same).All(s => s)
            : wanted.TrueForAll(w => left.FindIndex(f => Same(w, f)) is var at and >= 0 && Removed(left, at)));
        Assert.True(same, $"Expected {wanted.Count}:\n{Text(wanted)}\nFound {found.Count}:\n{Text(found)}");
    }

    public bool Same(object? expected, object? actual) => (expected, actual) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (float or double, float or double) => Math.Abs(Number(expected) - Number(actual)) <= Tolerance * Math.Max(1, Math.Abs(Number(expected))),
        (string or IFormattable, _) => expected.Equals(actual),
        (ReadOnlyMemory<float> a, ReadOnlyMemory<float> b) => a.Span.SequenceEqual(b.Span),
        (Memory<float> a, Memory<float> b) => a.Span.SequenceEqual(b.Span),
        (ReadOnlyMemory<Half> a, ReadOnlyMemory<Half> b) => a.Span.SequenceEqual(b.Span),
        (IEnumerable a, IEnumerable b) => a.Cast<object?>().ToList() is var x && b.Cast<object?>().ToList() is var y && x.Count == y.Count && x.Zip(y, Same).All(s => s),
        _ => SameValues(Values(expected), Values(actual)),
    };

    private bool SameValues(List<(string Name, object? Value)> expected, List<(string Name, object? Value)> actual)
        => expected.Count == actual.Count && expected.Zip(actual).All(p => p.First.Name == p.Second.Name && Same(p.First.Value, p.Second.Value));

    private List<(string Name, object? Value)> Values(object value)
        => model.FindEntityType(value.GetType()) is { } entity
            ? [("", entity.ClrType.Name), .. entity.GetProperties().Where(p => !p.IsShadowProperty()).Select(p => (p.Name, p.GetGetter().GetClrValue(value)))]
            : [.. value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => (p.Name, p.GetValue(value))), .. value.GetType().GetFields().Select(f => (f.Name, f.GetValue(value)))];

    private string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Text))}]",
        _ when value.GetType().Name.Contains("Memory", StringComparison.Ordinal) => "vector",
        _ => $"{{ {string.Join(", ", Values(value).Select(v => $"{v.Name} {Text(v.Value)}"))} }}",
    };

    private static double Number(object value) => value is float single ? single : (double)value;

    private static bool Removed(List<object?> list, int at)
    {
        list.RemoveAt(at);
        return true;
    }
}
