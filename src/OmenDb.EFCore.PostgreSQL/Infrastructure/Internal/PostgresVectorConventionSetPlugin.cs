using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

internal sealed class PostgresVectorConventionSetPlugin : IConventionSetPlugin
{
    public ConventionSet ModifyConventions(ConventionSet conventionSet)
    {
        var vectors = new VectorConventions();
        var columns = new PostgresVectorConvention();
        conventionSet.PropertyAddedConventions.Add(vectors);
        conventionSet.PropertyAddedConventions.Add(columns);
        VectorMemberConvention.AddTo(conventionSet);
        conventionSet.ModelFinalizingConventions.Add(vectors);
        conventionSet.ModelFinalizingConventions.Add(columns);
        return conventionSet;
    }
}
