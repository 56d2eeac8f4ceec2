using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using OmenDb.Fuzz.Model;

namespace OmenDb.Fuzz.Sql;

/// <summary>Values of any type that SQL can hold, the odd ones often.</summary>
internal static class RandomValue
{
    private static readonly long[] Integers = [0, 1, -1, 2, 10, 63, 64, 100, 1024, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 1L << 40];
    private static readonly double[] Reals = [0, -0.0, 1, -1, 0.5, 1e-300, 1e300, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, float.MaxValue];
    private static readonly float[] Elements = [0, -0f, 1, -1, 1e-38f, 1e38f, float.MaxValue, float.MinValue, float.Epsilon];
    private static readonly float[] Unsound = [float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    private static readonly string[] Texts =
    [
        "", "Items.Vector", "items.vector", "Items.Plain", "Items", "'", "\"", "\0", "Items.Vector\0x", "../../etc/passwd", "%n%s", "Ünï\u200Dcödé\uFFFF", "1", "1e3", "NULL",
        new string('x', 5000),
    ];

    public static object Any(Random random) => random.Next(7) switch
    {
        0 => DBNull.Value,
        1 => Integers[random.Next(Integers.Length)],
        2 => Reals[random.Next(Reals.Length)],
        3 => Texts[random.Next(Texts.Length)],
        4 => Bytes(random),
        _ => Vector(random),
    };

    /// <summary>The bytes of a vector, sound or not.</summary>
    public static byte[] Vector(Random random)
    {
        var vector = Sound(random);
        var chance = random.Next(10);
        if (chance == 0)
            vector[random.Next(vector.Length)] = Unsound[random.Next(Unsound.Length)];
        else if (chance == 1)
            vector = vector[..random.Next(vector.Length)];
        else if (chance == 2)
            vector = [.. vector, 1f];
        else if (chance == 3)
            vector[random.Next(vector.Length)] = Elements[random.Next(Elements.Length)];
        var bytes = MemoryMarshal.AsBytes(vector.AsSpan()).ToArray();
        return chance == 4 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    public static float[] Sound(Random random)
    {
        var vector = new float[Item.Dimensions];
        foreach (ref var element in vector.AsSpan())
            element = (random.NextSingle() * 2) - 1;
        return vector;
    }

    /// <summary>An argument that is mostly what is asked for, so that it gets far.</summary>
    public static object Mostly(Random random, Func<Random, object> right) => random.Next(4) == 0 ? Any(random) : right(random);

    /// <summary>Gives a command its arguments.</summary>
    public static SqliteCommand Bind(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i}", values[i] is double and double.NaN ? DBNull.Value : values[i]);
        return command;
    }

    /// <summary>Bytes of no meaning, or those of a set of labels.</summary>
    public static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(3) == 0 ? 8 * random.Next(20) : random.Next(100)];
        random.NextBytes(bytes);
        if (random.Next(2) == 0 && bytes.Length >= 8)
            MemoryMarshal.Write(bytes, Integers[random.Next(Integers.Length)]);
        return bytes;
    }
}
