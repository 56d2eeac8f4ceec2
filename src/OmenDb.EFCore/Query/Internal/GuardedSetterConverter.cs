using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Checks a vector that <c>ExecuteUpdate</c> sets when it is sent as a parameter.</summary>
internal sealed class GuardedSetterConverter<T>(IProperty vector) : ValueConverter<T, T>(v => Checked(v, vector), v => v)
{
    private static T Checked(T value, IProperty vector)
    {
        VectorGuard.Check(vector, value);
        return value;
    }
}
