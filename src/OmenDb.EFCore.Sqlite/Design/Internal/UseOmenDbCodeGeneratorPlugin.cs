using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Scaffolding;

namespace OmenDb.EFCore.Sqlite.Design.Internal;

/// <summary>Adds <c>UseOmenDb()</c> to <c>UseSqlite</c> in a scaffolded context.</summary>
internal sealed class UseOmenDbCodeGeneratorPlugin : ProviderCodeGeneratorPlugin
{
    private static readonly MethodInfo UseOmenDb
        = new Func<SqliteDbContextOptionsBuilder, SqliteDbContextOptionsBuilder>(OmenDbSqliteDbContextOptionsBuilderExtensions.UseOmenDb).Method;

    public override MethodCallCodeFragment GenerateProviderOptions() => new(UseOmenDb);
}
