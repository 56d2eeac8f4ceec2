using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

internal sealed class SqliteVectorConventionSetPlugin : IConventionSetPlugin
{
    public ConventionSet ModifyConventions(ConventionSet conventionSet)
    {
        var vectors = new VectorConventions();
        var ledgers = new LedgerConvention();
        conventionSet.PropertyAddedConventions.Add(vectors);
        conventionSet.PropertyAddedConventions.Add(ledgers);

        // First, so that EF Core's own clean-up sees the ledgers as it sees everything else.
        conventionSet.ModelFinalizingConventions.Insert(0, vectors);
        conventionSet.ModelFinalizingConventions.Insert(1, ledgers);
        return conventionSet;
    }
}
