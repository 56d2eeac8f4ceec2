using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>How many rows a search returns. A compiled query takes it as a parameter, so it is looked at when it is sent.</summary>
internal sealed class LimitTypeMapping : IntTypeMapping
{
    private LimitTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    public static new LimitTypeMapping Default { get; } = new(new RelationalTypeMappingParameters(
        new CoreTypeMappingParameters(typeof(int), new ValueConverter<int, int>(k => Checked(k), k => k)), "integer", dbType: System.Data.DbType.Int32));

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new LimitTypeMapping(parameters);

    private static int Checked(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return k;
    }
}
