using System.Data.Common;
using System.Runtime.InteropServices;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>A prepared command that returns rows of (Id, Title).</summary>
internal sealed class PreparedSearch : ISqlSearch
{
    private readonly DbCommand _command;
    private readonly DbParameter _vector;
    private readonly List<int> _keys = [];

    /// <param name="name">What it is called in the table.</param>
    /// <param name="command">The command.</param>
    /// <param name="vector">Its parameter that takes the query, as a blob.</param>
    public PreparedSearch(string name, DbCommand command, DbParameter vector)
    {
        Name = name;
        _command = command;
        _vector = vector;
        _command.Prepare();
    }

    public string Name { get; }

    public static byte[] Blob(ReadOnlySpan<float> vector) => MemoryMarshal.AsBytes(vector).ToArray();

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
