namespace OmenDb.EFCore.Specification.Query;

/// <summary><c>VectorDistance</c> anywhere in a query, and <c>WithinDistance</c>.</summary>
public abstract class DistanceSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task Cosine_in_Select()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Article>().OrderBy(a => a.Id).Select(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query)));
    }

    [Fact]
    public virtual Task Euclidean_in_Select()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Article>().OrderBy(a => a.Id).Select(a => EF.Functions.VectorDistance(VectorMetric.Euclidean, a.Embedding, query)));
    }

    [Fact]
    public virtual Task Inner_product_in_Select()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Article>().OrderBy(a => a.Id).Select(a => EF.Functions.VectorDistance(VectorMetric.InnerProduct, a.Embedding, query)));
    }

    [Fact]
    public virtual Task In_Where_and_OrderBy()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Article>()
            .Where(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query) < 0.5)
            .OrderBy(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query)));
    }

    [Fact]
    public virtual Task The_farthest_rows()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Article>().OrderByDescending(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query)).Take(5).Select(a => a.Id));
    }

    [Fact]
    public virtual Task The_parameter_first()
    {
        var query = Query;
        return QueryAsync(ss => ss.Set<Article>().Where(a => EF.Functions.VectorDistance(VectorMetric.Cosine, query, a.Embedding) < 0.5).OrderBy(a => a.Id));
    }

    [Fact]
    public virtual Task An_array()
    {
        var query = Query.ToArray();
        return QueryAsync(ss => ss.Set<Author>().OrderBy(w => EF.Functions.VectorDistance(VectorMetric.Euclidean, w.Style, query)));
    }

    [Fact]
    public virtual Task A_constant() => QueryAsync(
        ss => ss.Set<Author>().OrderBy(w => w.Id).Select(w => EF.Functions.VectorDistance(VectorMetric.Euclidean, w.Style, new float[] { 1, 0, 0, 0, 0, 0, 0, 0 })));

    [Fact]
    public virtual Task Two_parameters()
    {
        var (query, other) = (Query, Other);
        return QueryAsync(ss => ss.Set<Author>().OrderBy(w => w.Id).Select(w => EF.Functions.VectorDistance(VectorMetric.Cosine, query, other)));
    }

    [Fact]
    public virtual Task Two_columns() => QueryAsync(
        ss => ss.Set<Comment>().Where(c => c.Mood != null && c.Article!.Author != null).OrderBy(c => c.Id)
            .Select(c => EF.Functions.VectorDistance(VectorMetric.Cosine, c.Mood, c.Article!.Author!.Style)));

    [Fact]
    public virtual Task The_distance_to_nothing_is_null() => QueryAsync(
        ss => ss.Set<Comment>().OrderBy(c => c.Id).Select(c => (double?)EF.Functions.VectorDistance(VectorMetric.Cosine, c.Mood, c.Article!.Author!.Style)),
        ss => ss.Set<Comment>().OrderBy(c => c.Id)
            .Select(c => c.Mood == null || c.Article!.Author == null ? null : (double?)Exact.Distance(VectorMetric.Cosine, c.Mood!, c.Article!.Author!.Style)));

    [Fact]
    public virtual Task Rows_whose_distance_is_null()
    {
        var query = Query.ToArray();
        return QueryAsync(
            ss => ss.Set<Comment>().Select(c => new { c.Id, Distance = (double?)EF.Functions.VectorDistance(VectorMetric.Cosine, c.Mood, query) }).Where(c => c.Distance == null).OrderBy(c => c.Id),
            ss => ss.Set<Comment>().Where(c => c.Mood == null).OrderBy(c => c.Id).Select(c => new { c.Id, Distance = (double?)null }));
    }

    [Fact]
    public virtual Task A_column_of_an_outer_row() => QueryAsync(
        ss => ss.Set<Author>().OrderBy(w => w.Id).Select(w => ss.Set<Article>().Min(a => EF.Functions.VectorDistance(VectorMetric.InnerProduct, a.Embedding, w.Style))));

    [Fact]
    public virtual Task Vectors_of_16_bits()
    {
        var query = Array.ConvertAll(Small.ToArray(), f => (Half)f);
        return QueryAsync(ss => ss.Set<Compact>().OrderBy(c => EF.Functions.VectorDistance(VectorMetric.Cosine, c.Array, query)));
    }

    [Fact]
    public virtual Task Average() => ValueAsync(
        ss => ss.Set<Article>().Select(a => EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, a.Embedding)), q => q.AverageAsync(), q => q.Average());

    [Fact]
    public virtual Task WithinDistance() => QueryAsync(ss => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.6), ordered: false);

    [Fact]
    public virtual Task WithinDistance_of_everything() => QueryAsync(ss => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 2), ordered: false);

    [Fact]
    public virtual Task WithinDistance_behind_a_filter() => QueryAsync(ss => ss.Set<Article>().Where(a => a.Category == Category.News).WithinDistance(a => a.Embedding, Query, 0.7), ordered: false);

    [Fact]
    public virtual Task WithinDistance_then_Where_and_OrderBy()
        => QueryAsync(ss => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.7).Where(a => a.Rating > 1).OrderBy(a => a.Id));

    [Fact]
    public virtual Task WithinDistance_then_NearestTo() => QueryAsync(ss => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.8).NearestTo(Other, 5));

    [Fact]
    public virtual Task WithinDistance_then_Count() => ValueAsync(ss => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.7), q => q.CountAsync(), q => q.Count());

    [Fact]
    public virtual Task WithinDistance_then_Include()
        => QueryAsync(ss => ss.Set<Article>().WithinDistance(a => a.Embedding, Query, 0.5).Include(a => a.Author), shape: a => new { a.Id, a.Author }, ordered: false);

    [Fact]
    public virtual Task WithinDistance_of_a_vector_that_may_be_missing() => QueryAsync(ss => ss.Set<Comment>().WithinDistance(c => c.Mood, Query, 1.8), ordered: false);

    [Fact]
    public virtual Task WithinDistance_by_inner_product() => QueryAsync(ss => ss.Set<Photo>().WithinDistance(p => p.Content, Query, -0.5), ordered: false);

    [Fact]
    public virtual Task WithinDistance_without_an_index() => QueryAsync(ss => ss.Set<Author>().WithinDistance(w => w.Style, Query, 1), ordered: false);

    [Fact]
    public virtual Task WithinDistance_of_an_outer_row() => QueryAsync(
        ss => ss.Set<Author>().OrderBy(w => w.Id).Select(w => new { w.Name, Near = ss.Set<Article>().WithinDistance(a => a.Embedding, w.Style, 0.4).Count() }));
}
