using System.Numerics.Tensors;

namespace ApiSearch.Map;

/// <summary>
/// A plane where what is alike lies together. A sample of the vectors, the landmarks, is laid out by t-SNE (van der Maaten and Hinton 2008), whose cost
/// grows with the square of their number; every other vector lies between the landmarks that it is most like.
/// </summary>
public static class LandmarkLayout
{
    private const int MostLandmarks = 1_500;
    private const int Iterations = 500;
    private const double Perplexity = 30;
    private const int Nearest = 6;

    /// <param name="vectors">Of length one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static (float X, float Y)[] Compute(IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        // The same text twice would be two landmarks in one place.
        var landmarks = Enumerable.Range(0, vectors.Count).ToArray();
        random.Shuffle(landmarks);
        landmarks = [.. landmarks.DistinctBy(i => vectors[i].Span[0]).Take(MostLandmarks)];
        var places = Tsne(Similarities(landmarks, vectors), landmarks.Length, random, cancellationToken);

        var result = new (float X, float Y)[vectors.Count];
        Parallel.For(0, vectors.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => result[i] = Between(vectors[i].Span, i));
        return result;

        (float X, float Y) Between(ReadOnlySpan<float> vector, int seed)
        {
            Span<float> cosines = stackalloc float[Nearest];
            Span<int> nearest = stackalloc int[Nearest];
            cosines.Fill(float.NegativeInfinity);
            for (var l = 0; l < landmarks.Length; l++)
            {
                var cosine = TensorPrimitives.Dot(vector, vectors[landmarks[l]].Span);
                for (var at = Nearest - 1; at >= 0 && cosine > cosines[at]; at--)
                {
                    if (at < Nearest - 1)
                        (cosines[at + 1], nearest[at + 1]) = (cosines[at], nearest[at]);
                    (cosines[at], nearest[at]) = (cosine, l);
                }
            }

            var (x, y, sum) = (0f, 0f, 0f);
            for (var at = 0; at < Nearest && !float.IsNegativeInfinity(cosines[at]); at++)
            {
                var weight = MathF.Exp((cosines[at] - cosines[0]) * 24);
                (x, y, sum) = (x + (weight * places[nearest[at] * 2]), y + (weight * places[(nearest[at] * 2) + 1]), sum + weight);
            }

            // A little apart, so that equal texts are a small cloud and not one point.
            var (angle, apart) = (MathF.Tau * Share(seed, 0x9E3779B9), 0.7f * MathF.Sqrt(-MathF.Log(1 - Share(seed, 0x85EBCA6B))));
            return ((x / sum) + (apart * MathF.Cos(angle)), (y / sum) + (apart * MathF.Sin(angle)));
        }
    }

    // A number from 0 to 1 that looks random, and is the same at every start.
    private static float Share(int seed, uint multiplier)
    {
        var mixed = ((uint)seed + 1) * multiplier;
        mixed = (mixed ^ (mixed >> 15)) * 0x2C1B3C6D;
        return ((mixed ^ (mixed >> 13)) >> 8) / (float)(1 << 24);
    }

    // Row i: how probable it is that i would pick j as its neighbour, with a bandwidth that makes about `Perplexity` of them likely; symmetric, and 1 in all.
    private static float[] Similarities(int[] landmarks, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var n = landmarks.Length;
        var entropy = Math.Log(Math.Min(Perplexity, Math.Max(1.5, (n - 1) / 3.0)));
        var rows = new double[n][];
        Parallel.For(0, n, i =>
        {
            var distances = new double[n];
            for (var j = 0; j < n; j++)
                distances[j] = Math.Max(0, 2 - (2 * TensorPrimitives.Dot(vectors[landmarks[i]].Span, vectors[landmarks[j]].Span)));
            rows[i] = Row(distances, i, entropy);
        });
        var similarities = new float[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                similarities[(i * n) + j] = (float)Math.Max((rows[i][j] + rows[j][i]) / (2 * n), 1e-12);
        }

        return similarities;
    }

    private static double[] Row(double[] distances, int self, double entropy)
    {
        var row = new double[distances.Length];
        var (low, high, beta) = (0.0, double.PositiveInfinity, 1.0);
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var (sum, weighted) = (1e-300, 0.0);
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = j == self ? 0 : Math.Exp(-beta * distances[j]);
                (sum, weighted) = (sum + row[j], weighted + (row[j] * distances[j]));
            }

            var difference = Math.Log(sum) + (beta * weighted / sum) - entropy;
            for (var j = 0; j < row.Length; j++)
                row[j] /= sum;
            if (Math.Abs(difference) < 1e-5)
                break;
            (low, high) = difference > 0 ? (beta, high) : (low, beta);
            beta = double.IsInfinity(high) ? beta * 2 : (low + high) / 2;
        }

        return row;
    }

    private static float[] Tsne(float[] similarities, int n, Random random, CancellationToken cancellationToken)
    {
        var places = new float[n * 2];
        for (var i = 0; i < places.Length; i++)
            places[i] = (float)(random.NextDouble() - 0.5) * 1e-2f;
        var (forces, speeds, totals) = (new float[n * 2], new float[n * 2], new double[n]);
        var rate = Math.Max(n / 12f, 10);
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // At first everything attracts more than it should, so that clusters find together.
            var early = iteration < Iterations / 4;
            var attraction = early ? 12f : 1f;
            Parallel.For(0, n, i => totals[i] = Total(places, n, i));
            var total = (float)totals.Sum();
            Parallel.For(0, n, i => Force(places, similarities, n, i, attraction, total, forces));
            for (var c = 0; c < places.Length; c++)
            {
                speeds[c] = ((early ? 0.5f : 0.8f) * speeds[c]) - (rate * 4 * forces[c]);
                places[c] += speeds[c];
            }
        }

        return places;
    }

    private static double Total(float[] places, int n, int i)
    {
        var (x, y, sum) = (places[i * 2], places[(i * 2) + 1], 0f);
        for (var j = 0; j < n; j++)
        {
            var (dx, dy) = (x - places[j * 2], y - places[(j * 2) + 1]);
            sum += 1 / (1 + (dx * dx) + (dy * dy));
        }

        return sum - 1;
    }

    private static void Force(float[] places, float[] similarities, int n, int i, float attraction, float total, float[] forces)
    {
        var (x, y, fx, fy) = (places[i * 2], places[(i * 2) + 1], 0f, 0f);
        for (var j = 0; j < n; j++)
        {
            var (dx, dy) = (x - places[j * 2], y - places[(j * 2) + 1]);
            var near = 1 / (1 + (dx * dx) + (dy * dy));
            var force = ((attraction * similarities[(i * n) + j]) - (near / total)) * near;
            (fx, fy) = (fx + (force * dx), fy + (force * dy));
        }

        (forces[i * 2], forces[(i * 2) + 1]) = (fx, fy);
    }
}
