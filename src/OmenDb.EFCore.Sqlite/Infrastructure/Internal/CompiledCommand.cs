using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>A command that is run again with other values by <see cref="ReusingCommand"/>.</summary>
internal sealed class CompiledCommand : SqliteCommand
{
    // SQLite holds the values of the last run until the next.
    private const int LargestValue = 1 << 16;

    /// <summary>The reader that is open.</summary>
    public SqliteDataReader? Reader => DataReader;

    /// <summary>Lets go of the values.</summary>
    /// <returns>Whether the command may be used again: not while it is read, nor with large values, which SQLite would hold on to.</returns>
    public bool TryClear()
    {
        if (DataReader is not null)
            return false;
        foreach (SqliteParameter parameter in Parameters)
        {
            if (parameter.Value is byte[] { Length: > LargestValue } or string { Length: > LargestValue })
                return false;
        }

        Parameters.Clear();
        return true;
    }
}
