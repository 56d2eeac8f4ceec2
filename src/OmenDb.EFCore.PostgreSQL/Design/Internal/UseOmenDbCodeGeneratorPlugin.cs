using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace OmenDb.EFCore.PostgreSQL.Design.Internal;

/// <summary>Adds <c>UseOmenDb()</c> to <c>UseNpgsql</c> in a scaffolded context.</summary>
internal sealed class UseOmenDbCodeGeneratorPlugin : ProviderCodeGeneratorPlugin
{
    private static readonly MethodInfo UseOmenDb
        = new Func<NpgsqlDbContextOptionsBuilder, NpgsqlDbContextOptionsBuilder>(OmenDbNpgsqlDbContextOptionsBuilderExtensions.UseOmenDb).Method;

    public override MethodCallCodeFragment GenerateProviderOptions() => new(UseOmenDb);
}
