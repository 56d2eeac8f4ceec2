using System.Data.Common;
using System.Runtime.InteropServices;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>A prepared command that returns rows of (Id, Title).</summary>
internal sealed class PreparedSearch
{
    private readonly DbCommand _command;
    private readonly DbParameter _vector;
    private readonly List<int> _keys = [];

    /// <param name="command">The command.</param>
    /// <param name="vector">Its parameter that takes the query, as a blob.</param>
    public PreparedSearch(DbCommand command, DbParameter vector)
    {
        _command = command;
        _vector = vector;
        _command.Prepare();
    }

    public static byte[] Blob(ReadOnlySpan<float> vector) => MemoryMarshal.AsBytes(vector).ToArray();

    /// <returns>The keys, nearest first; the next search overwrites them.</returns>
    public List<int> Search(float[] query)
    {
        _vector.Value = Blob(query);
        _keys.Clear();
        using var reader = _command.ExecuteReader();
        while (reader.Read())
        {
            _keys.Add(reader.GetInt32(0));
            _ = reader.GetString(1);
        }

        return _keys;
    }
}
