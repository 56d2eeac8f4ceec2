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

        conventionSet.ModelFinalizingConventions.Add(vectors);

        // Last: only what EF Core's own clean-up leaves in the model gets a ledger.
        conventionSet.ModelFinalizingConventions.Add(ledgers);
        return conventionSet;
    }
}
