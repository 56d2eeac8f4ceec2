namespace OmenDb.EFCore.Specification.Query;

/// <summary>Whatever way an entity, its key or its vector is mapped.</summary>
public abstract class MappingSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task A_key_of_int() => QueryAsync(ss => ss.Set<Numbered<int>>().NearestTo(Small, 20));

    [Fact]
    public virtual Task A_key_of_long() => QueryAsync(ss => ss.Set<Numbered<long>>().NearestTo(Small, 20));

    [Fact]
    public virtual Task A_key_of_guid() => QueryAsync(ss => ss.Set<Numbered<Guid>>().NearestTo(Small, 20));

    [Fact]
    public virtual Task A_key_of_string() => QueryAsync(ss => ss.Set<Numbered<string>>().NearestTo(Small, 20));

    [Fact]
    public virtual Task A_key_of_bytes() => QueryAsync(ss => ss.Set<Numbered<byte[]>>().NearestTo(Small, 20));

    [Fact]
    public virtual Task A_key_of_a_type_of_ones_own() => QueryAsync(ss => ss.Set<Numbered<ItemId>>().NearestTo(Small, 20));

    [Fact]
    public virtual Task A_key_of_a_type_of_ones_own_behind_a_filter() => QueryAsync(ss => ss.Set<Numbered<ItemId>>().Where(k => k.Number > 60).NearestTo(Small, 20).Where(k => k.Id != new ItemId(70)));

    [Fact]
    public virtual Task A_key_of_three_columns() => QueryAsync(ss => ss.Set<Cell>().NearestTo(Small, 20));

    [Fact]
    public virtual Task A_key_of_three_columns_behind_a_filter() => QueryAsync(ss => ss.Set<Cell>().Where(c => c.Sheet == "sheet 1").NearestTo(Small, 20));

    [Fact]
    public virtual Task One_of_several_vectors() => QueryAsync(ss => ss.Set<Photo>().NearestTo(p => p.Colors, Small, 20));

    [Fact]
    public virtual Task Another_of_several_vectors_that_may_be_missing() => QueryAsync(ss => ss.Set<Photo>().NearestTo(p => p.Content, Query, 20, (p, distance) => new { p.Id, distance }));

    [Fact]
    public virtual Task One_vector_after_another() => QueryAsync(ss => ss.Set<Photo>().NearestTo(p => p.Colors, Small, 60).NearestTo(p => p.Content, Query, 10));

    [Fact]
    public virtual Task A_vector_without_an_index() => QueryAsync(ss => ss.Set<Author>().NearestTo(w => w.Style, Query, 5));

    [Fact]
    public virtual Task A_vector_without_an_index_that_may_be_missing()
        => QueryAsync(ss => ss.Set<Photo>().Where(p => p.Place == "sea").NearestTo(p => p.Draft, Query, 20, (p, distance) => new { p.Id, distance }));

    [Fact]
    public virtual Task A_vector_of_rows_without_a_key() => QueryAsync(
        ss => ss.Set<Unkeyed>().Where(u => u.Number > 100).NearestTo(u => u.Embedding, Query, 10),
        ss => ss.Set<Article>().Where(a => a.Id > 100).NearestTo(Query, 10).Select(a => new Unkeyed { Number = a.Id, Embedding = a.Embedding }));

    [Fact]
    public virtual Task A_vector_in_a_part_that_shares_its_table() => QueryAsync(ss => ss.Set<OrderDetails>().NearestTo(d => d.Vector, Small, 20));

    [Fact]
    public virtual Task A_vector_in_a_part_that_shares_its_table_by_the_whole()
        => QueryAsync(ss => ss.Set<Order>().Where(o => o.Customer == "Customer 3").Select(o => o.Details!).NearestTo(d => d.Vector, Small, 20));

    [Fact]
    public virtual Task A_vector_in_an_owned_part() => QueryAsync(ss => ss.Set<Shop>().NearestTo(s => s.Profile.Vector, Small, 20));

    [Fact]
    public virtual Task A_vector_in_an_owned_part_behind_a_filter()
        => QueryAsync(ss => ss.Set<Shop>().Where(s => s.Look.Color == "red").NearestTo(s => s.Profile.Vector, Small, 20, (s, distance) => new { s.Profile.Name, distance }));

    [Fact]
    public virtual Task A_vector_in_a_complex_part() => QueryAsync(ss => ss.Set<Shop>().NearestTo(s => s.Look.Vector, Small, 20, (s, distance) => new { s.Id, distance }));

    [Fact]
    public virtual Task A_vector_in_a_part_that_is_a_value() => QueryAsync(ss => ss.Set<Door>().NearestTo(d => d.Front.Vector, Small, 20, (d, distance) => new { d.Id, distance }));

    [Fact]
    public virtual Task The_only_vector_with_an_index_in_a_part_that_is_a_value()
        => QueryAsync(ss => ss.Set<Door>().NearestTo(Small, 20).Select(d => d.Id), ss => ss.Set<Door>().NearestTo(d => d.Front.Vector, Small, 20).Select(d => d.Id));

    [Fact]
    public virtual Task A_vector_in_a_part_that_is_a_value_and_may_be_missing() => QueryAsync(
        ss => ss.Set<Door>().NearestTo(d => d.Back!.Value.Vector, Small, 20, (d, distance) => new { d.Id, distance }),
        ss => ss.Set<Door>().Where(d => d.Back != null).NearestTo(d => d.Back!.Value.Vector, Small, 20, (d, distance) => new { d.Id, distance }));

    [Fact]
    public virtual Task A_vector_that_may_be_missing_by_its_value() => QueryAsync(
        ss => ss.Set<Photo>().NearestTo(p => p.Content!.Value, Query, 20, (p, distance) => new { p.Id, distance }),
        ss => ss.Set<Photo>().NearestTo(p => p.Content, Query, 20, (p, distance) => new { p.Id, distance }));

    [Fact]
    public virtual Task A_vector_of_16_bits() => QueryAsync(ss => ss.Set<Compact>().NearestTo(c => c.Array, Small, 20, (c, distance) => new { c.Id, distance }));

    [Fact]
    public virtual Task A_vector_of_16_bits_that_may_be_missing()
        => QueryAsync(ss => ss.Set<Compact>().Where(c => c.Id > 20).NearestTo(c => c.Memory, Small, 20, (c, distance) => new { c.Id, distance }));

    [Fact]
    public virtual Task A_vector_in_a_field() => QueryAsync(ss => ss.Set<Secret>().NearestTo(s => s.Field, Small, 20), shape: s => s.Id);

    [Fact]
    public virtual Task A_vector_in_a_shadow_property() => QueryAsync(
        ss => ss.Set<Secret>().NearestTo(s => EF.Property<float[]>(s, Secret.Shadow), Small, 20).Select(s => s.Id),
        ss => ss.Set<Secret>().OrderBy(s => Exact.Distance(VectorMetric.Euclidean, Seed.ShadowOf(s), Small.ToArray())).Take(20).Select(s => s.Id));
}
