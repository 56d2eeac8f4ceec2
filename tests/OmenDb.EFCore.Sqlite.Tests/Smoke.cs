using Microsoft.EntityFrameworkCore;
namespace OmenDb.EFCore.Sqlite.Tests;
public class A { public int Id { get; set; } public string Title { get; set; } = ""; public int C { get; set; } [Vector(4), VectorIndex] public ReadOnlyMemory<float> E { get; set; } public List<B> Bs { get; set; } = []; }
public class B { public int Id { get; set; } public int AId { get; set; } public string T { get; set; } = ""; }
public class Ctx(string path) : DbContext { public DbSet<A> As => Set<A>(); protected override void OnConfiguring(DbContextOptionsBuilder o) => o.UseSqlite("Data Source=" + path, s => s.UseOmenDb()).LogTo(Console.WriteLine, Microsoft.Extensions.Logging.LogLevel.Warning); }
public class Smoke
{
    [Fact]
    public async Task Works()
    {
        var path = Path.GetTempFileName(); File.Delete(path);
        using var db = new Ctx(path);
        await db.Database.EnsureCreatedAsync();
        var r = new Random(1);
        for (var i = 0; i < 100; i++) db.Add(new A { Title = "t" + i, C = i % 10, E = new float[] { r.NextSingle(), r.NextSingle(), r.NextSingle(), r.NextSingle() }, Bs = [new B { T = "x" }] });
        await db.SaveChangesAsync();
        ReadOnlyMemory<float> q = new float[] { 1, 0, 0, 1 };
        var c = 3;
        foreach (var query in new IQueryable<A>[] { db.As.NearestTo(a => a.E, q, 5), db.As.Where(a => a.C == c).NearestTo(q, 5), db.As.Include(a => a.Bs).NearestTo(q, 3), db.As.NearestTo(q, 3).Include(a => a.Bs).AsSplitQuery() })
        {
            Console.WriteLine(query.ToQueryString());
            var l = await query.AsNoTracking().ToListAsync();
            Console.WriteLine(string.Join(" ", l.Select(a => a.Id)));
        }
        Console.WriteLine(db.As.NearestTo(a => a.E, q, 5, (a, d) => new { a.Id, d }).ToQueryString());
        foreach (var x in db.As.NearestTo(a => a.E, q, 5, (a, d) => new { a.Id, d, D2 = EF.Functions.VectorDistance(VectorMetric.Cosine, a.E, q) }).ToList()) Console.WriteLine(x);
        foreach (var x in db.As.OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.E, q)).Take(5).ToList()) Console.WriteLine(x.Id);
        var ix = db.Database.VectorIndex<A>(a => a.E);
        await ix.FlushAsync();
        Console.WriteLine(await ix.GetStatisticsAsync());
        Console.WriteLine(await ix.VerifyAsync());
        Console.WriteLine(string.Join(" ", db.As.NearestTo(a => a.E, q, 5).Select(a => a.Id)));
        Console.WriteLine(await db.As.AddBatchAsync(Enumerable.Range(0, 5).Select(i => new A { Title = "b", E = q })));
        Console.WriteLine(string.Join(" ", db.As.NearestTo(a => a.E, q, 7).Select(a => a.Id)));
        var f = EF.CompileQuery((Ctx c, float[] v, int k) => c.As.NearestTo(a => a.E, v, k).Select(a => a.Id));
        Console.WriteLine(string.Join(" ", f(db, q.ToArray(), 7)));
    }
}
