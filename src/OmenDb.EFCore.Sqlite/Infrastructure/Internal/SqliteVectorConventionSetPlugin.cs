using Microsoft.EntityFrameworkCore.Metadata.Builders;
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

        VectorMemberConvention.AddTo(conventionSet);
        conventionSet.ModelInitializedConventions.Add(new Last(conventionSet, [vectors, ledgers]));

        conventionSet.ModelFinalizedConventions.Insert(0, ledgers); // before the model is made another that cannot be changed
        return conventionSet;
    }

    // A ledger is called after the table and the column of its vector, and is for what is in the model in the end: so it comes behind EF Core's own clean-up,
    // and behind what an application renames, whose conventions are added after those of all plug-ins and before there is a model.
    private sealed class Last(ConventionSet conventions, IModelFinalizingConvention[] last) : IModelInitializedConvention
    {
        public void ProcessModelInitialized(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            conventions.ModelFinalizingConventions.AddRange(last);
        }
    }
}
