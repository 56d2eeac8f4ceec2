using Microsoft.Extensions.AI;

namespace OmenDb.EFCore.Specification.Guide;

/// <summary>The recipes of the guide, run: each snippet stands here or in what derives from it, line for line.</summary>
public abstract class GuideSpecification(WordEmbeddings embeddings)
{
    private static readonly (string Title, string[] Texts)[] Library =
    [
        ("Orders", ["How to cancel an order before it is shipped.", "How to change the address of an order.", "Orders are shipped within two days."]),
        ("Payments", ["Which cards can I pay with?", "How to cancel a payment and get the money back.", "An invoice is sent with each order."]),
        ("Account", ["How to change your password.", "How to close your account.", "How to change your password!"]),
    ];

    [Fact]
    public async Task Rows_are_embedded_while_they_are_imported()
    {
        await using var db = await CreateAsync();
        db.AddRange(Library.Select(d => new Document { Title = d.Title }));
        await db.SaveChangesAsync();
        var documents = await db.Documents.ToDictionaryAsync(d => d.Title);
        var passages = Library.SelectMany(d => d.Texts.Select(text => new Passage { Document = documents[d.Title], Text = text }));

        foreach (var batch in passages.Chunk(256))
        {
            var vectors = await embeddings.GenerateAsync(batch.Select(p => p.Text));
            foreach (var (passage, vector) in batch.Zip(vectors))
                passage.Embedding = vector.Vector;
            await db.Passages.AddBatchAsync(batch);
        }

        Assert.Equal(9, await db.Passages.CountAsync(p => p.Embedding != null));
        Assert.Equal("How to change your password.", (await NearestAsync(db, "change password"))[0]);
    }

    [Fact]
    public async Task Rows_are_embedded_later()
    {
        await using var db = await FillAsync();

        await db.Passages.Where(p => p.Document.Title == "Orders")
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Text, p => p.Text + " (new)").SetProperty(p => p.Embedding, (ReadOnlyMemory<float>?)null));

        await EmbedAsync(db, embeddings);

        Assert.Equal(9, await db.Passages.CountAsync(p => p.Embedding != null));
        Assert.Equal("How to cancel an order before it is shipped. (new)", (await NearestAsync(db, "cancel an order (new)"))[0]);
    }

    [Fact]
    public async Task A_text_that_changes_while_it_is_embedded_is_embedded_again()
    {
        await using var db = await FillAsync();
        await db.Passages.ExecuteUpdateAsync(set => set.SetProperty(p => p.Embedding, (ReadOnlyMemory<float>?)null));
        using var slow = new SlowEmbeddings(embeddings, () => db.Passages.Where(p => p.Text == "How to close your account.")
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Text, "Parrots are welcome.").SetProperty(p => p.Embedding, (ReadOnlyMemory<float>?)null)));

        await EmbedAsync(db, slow);

        Assert.Equal("Parrots are welcome.", (await NearestAsync(db, "parrots"))[0]);
    }

    private static async Task EmbedAsync(DocumentsContext db, IEmbeddingGenerator<string, Embedding<float>> embeddings)
    {
        while (await db.Passages.AsNoTracking().Where(p => p.Embedding == null).OrderBy(p => p.Id).Take(64).ToListAsync() is { Count: > 0 } batch)
        {
            var vectors = await embeddings.GenerateAsync(batch.Select(p => p.Text));
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var (passage, vector) in batch.Zip(vectors))
            {
                await db.Passages.Where(p => p.Id == passage.Id && p.Text == passage.Text)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.Embedding, vector.Vector));
            }

            await transaction.CommitAsync();
        }
    }

    [Fact]
    public async Task A_question_finds_passages_with_their_document_and_distance()
    {
        await using var db = await FillAsync();

        var query = await embeddings.GenerateVectorAsync("How can I cancel my order?");
        var hits = await db.Passages
            .NearestTo(p => p.Embedding, query, 5, (p, distance) => new { p.Document.Title, p.Text, distance })
            .ToListAsync();

        Assert.Equal(("Orders", "How to cancel an order before it is shipped."), (hits[0].Title, hits[0].Text));
        Assert.Equal(hits.Select(h => h.distance).Order(), hits.Select(h => h.distance));
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        await using var db = await FillAsync();
        var query = await embeddings.GenerateVectorAsync("How can I cancel my order?");

        var pages = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            var page = await db.Passages
                .NearestTo(p => p.Embedding, query, 100, (p, distance) => new { p.Text, distance })
                .Skip(3 * number).Take(3)
                .ToListAsync();
            Assert.Equal(3, page.Count);
            pages.AddRange(page.Select(hit => hit.Text));
        }

        Assert.Equal(await db.Passages.NearestTo(p => p.Embedding, query, 9).Select(p => p.Text).ToListAsync(), pages);
    }

    [Fact]
    public async Task A_tenant_finds_its_own()
    {
        await using var db = await FillAsync();
        await db.Passages.Where(p => p.Id % 2 == 0).ExecuteUpdateAsync(set => set.SetProperty(p => p.TenantId, 2));
        var query = await embeddings.GenerateVectorAsync("order");

        db.TenantId = 2;
        var own = await db.Passages.NearestTo(p => p.Embedding, query, 3).Select(p => p.TenantId).ToListAsync();

        Assert.Equal([2, 2, 2], own);
    }

    [Fact]
    public async Task Each_document_is_found_once_by_its_nearest_passage()
    {
        await using var db = await FillAsync();
        var query = await embeddings.GenerateVectorAsync("cancel order");

        var documents = await db.Passages
            .NearestTo(p => p.Embedding, query, 50, (p, distance) => new { p.Document.Id, p.Document.Title, distance })
            .GroupBy(hit => new { hit.Id, hit.Title })
            .Select(hits => new { hits.Key.Title, Distance = hits.Min(hit => hit.distance) })
            .OrderBy(document => document.Distance)
            .Take(10)
            .ToListAsync();

        Assert.Equal(["Orders", "Payments", "Account"], documents.Select(d => d.Title));
    }

    [Fact]
    public async Task Each_document_has_a_best_passage()
    {
        await using var db = await FillAsync();
        var query = await embeddings.GenerateVectorAsync("cancel order");

        var best = await (
            from document in db.Documents
            let id = document.Passages.AsQueryable().NearestTo(p => p.Embedding, query, 1).Select(p => p.Id).FirstOrDefault()
            join passage in db.Passages on id equals passage.Id
            select new { document.Title, passage.Text }).ToListAsync();

        Assert.Equal(["Account", "Orders", "Payments"], best.Select(b => b.Title).Order());
        Assert.Equal("How to cancel an order before it is shipped.", best.Single(b => b.Title == "Orders").Text);

        var compared = await (
            from document in db.Documents
            let id = document.Passages.Where(p => p.Embedding != null).OrderBy(p => EF.Functions.VectorDistance(VectorMetric.Cosine, p.Embedding!.Value, query)).Select(p => p.Id).FirstOrDefault()
            join passage in db.Passages on id equals passage.Id
            select new { document.Title, passage.Text }).ToListAsync();

        Assert.Equal(best.OrderBy(b => b.Title), compared.OrderBy(b => b.Title));
    }

    [Fact]
    public async Task More_like_one_row_is_one_statement()
    {
        await using var db = await FillAsync();
        var id = await db.Passages.Where(p => p.Text == "How to change your password.").Select(p => p.Id).SingleAsync();

        var similar = await (
            from passage in db.Passages.Where(p => p.Id == id)
            from other in db.Passages.NearestTo(p => p.Embedding, passage.Embedding!.Value, 4)
            where other.Id != passage.Id
            select other.Text).ToListAsync();

        Assert.Equal(3, similar.Count);
        Assert.Equal("How to change your password!", similar[0]);
    }

    [Fact]
    public async Task Near_duplicates_are_found()
    {
        await using var db = await FillAsync();

        var duplicates = await (
            from passage in db.Passages
            from other in db.Passages.NearestTo(p => p.Embedding, passage.Embedding!.Value, 5, (p, distance) => new { p.Id, p.Text, distance })
            where other.Id > passage.Id && other.distance < 0.3
            orderby other.distance
            select new { First = passage.Text, Second = other.Text, other.distance }).ToListAsync();

        Assert.Equal(("How to change your password.", "How to change your password!"), Assert.Single(duplicates.Select(d => (d.First, d.Second))));
    }

    [Fact]
    public async Task A_query_is_compiled_once()
    {
        await using var db = await FillAsync();
        var query = await embeddings.GenerateVectorAsync("cancel order");

        var nearest = EF.CompileAsyncQuery((DocumentsContext db, ReadOnlyMemory<float> query, int k) => db.Passages.NearestTo(p => p.Embedding, query, k));
        var texts = await nearest(db, query, 3).Select(p => p.Text).ToListAsync();

        Assert.Equal("How to cancel an order before it is shipped.", texts[0]);
    }

    /// <summary>An empty database.</summary>
    protected abstract Task<DocumentsContext> CreateAsync();

    protected async Task<DocumentsContext> FillAsync()
    {
        var db = await CreateAsync();
        await AddAsync(db);
        return db;
    }

    protected async Task AddAsync(DocumentsContext db)
    {
        foreach (var (title, texts) in Library)
        {
            var document = new Document { Title = title };
            foreach (var text in texts)
                document.Passages.Add(new Passage { Text = text, Embedding = await embeddings.GenerateVectorAsync(text) });
            db.Add(document);
        }

        await db.SaveChangesAsync();
    }

    protected async Task<List<string>> NearestAsync(DocumentsContext db, string text)
    {
        var query = await embeddings.GenerateVectorAsync(text);
        return await db.Passages.NearestTo(p => p.Embedding, query, 3).Select(p => p.Text).ToListAsync();
    }
}
