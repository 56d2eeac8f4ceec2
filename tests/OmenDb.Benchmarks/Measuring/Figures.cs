using System.Globalization;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>Figures as tables show them, the same wherever they are measured; a dash for what could not be.</summary>
internal static class Figures
{
    public static string Number(double? value, int digits = 0) => value is { } number && !double.IsNaN(number) ? number.ToString("N" + digits, CultureInfo.InvariantCulture) : "-";

    public static string Megabytes(long? bytes, int digits = 0) => Number(bytes / (1024.0 * 1024.0), digits);
}
