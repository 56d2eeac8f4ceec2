namespace OmenDb.EFCore.Specification.Query;

/// <summary>Hierarchies are searched by their base and by each derived type.</summary>
public abstract class HierarchySpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task Tph_base() => QueryAsync(ss => ss.Set<Animal>().NearestTo(a => a.Vector, Small, 20));

    [Fact]
    public virtual Task Tph_derived() => QueryAsync(ss => ss.Set<Cat>().NearestTo(c => c.Vector, Small, 20));

    [Fact]
    public virtual Task Tph_derived_by_its_own_vector() => QueryAsync(ss => ss.Set<Dog>().NearestTo(d => d.Bark, Small, 20));

    [Fact]
    public virtual Task Tph_OfType() => QueryAsync(ss => ss.Set<Animal>().OfType<Cat>().NearestTo(c => c.Vector, Small, 20));

    [Fact]
    public virtual Task Tph_OfType_after() => QueryAsync(ss => ss.Set<Animal>().NearestTo(a => a.Vector, Small, 60).OfType<Dog>());

    [Fact]
    public virtual Task Tph_is() => QueryAsync(ss => ss.Set<Animal>().Where(a => a is Cat).NearestTo(a => a.Vector, Small, 20));

    [Fact]
    public virtual Task Tph_derived_column() => QueryAsync(ss => ss.Set<Animal>().Where(a => ((Cat)a).Lives > 4).NearestTo(a => a.Vector, Small, 20), ss => ss.Set<Cat>().Where(c => c.Lives > 4).NearestTo(a => a.Vector, Small, 20));

    [Fact]
    public virtual Task Tph_derived_filter() => QueryAsync(ss => ss.Set<Cat>().Where(c => c.Lives > 4).NearestTo(c => c.Vector, Small, 20));

    [Fact]
    public virtual Task Tpt_base() => QueryAsync(ss => ss.Set<Vehicle>().NearestTo(v => v.Vector, Small, 20));

    [Fact]
    public virtual Task Tpt_derived() => QueryAsync(ss => ss.Set<Car>().NearestTo(c => c.Vector, Small, 20));

    [Fact]
    public virtual Task Tpt_derived_by_its_own_vector() => QueryAsync(ss => ss.Set<Boat>().NearestTo(b => b.Hull, Small, 20));

    [Fact]
    public virtual Task Tpt_OfType() => QueryAsync(ss => ss.Set<Vehicle>().OfType<Car>().NearestTo(c => c.Vector, Small, 20));

    [Fact]
    public virtual Task Tpt_derived_filter() => QueryAsync(ss => ss.Set<Car>().Where(c => c.Doors == 4).NearestTo(c => c.Vector, Small, 20));

    [Fact]
    public virtual Task Tpt_base_behind_a_filter() => QueryAsync(ss => ss.Set<Vehicle>().Where(v => v.Id > 60).NearestTo(v => v.Vector, Small, 20));

    [Fact]
    public virtual Task Tpc_derived() => QueryAsync(ss => ss.Set<Circle>().NearestTo(c => c.Vector, Small, 20));

    [Fact]
    public virtual Task Tpc_derived_by_its_only_vector() => QueryAsync(ss => ss.Set<Square>().NearestTo(Small, 20));

    [Fact]
    public virtual Task Tpc_OfType() => QueryAsync(ss => ss.Set<Shape>().OfType<Circle>().NearestTo(c => c.Vector, Small, 20));

    [Fact]
    public virtual Task Tpc_derived_behind_a_filter_of_the_base() => QueryAsync(ss => ss.Set<Square>().Where(s => s.Name != "Shape 4").NearestTo(s => s.Vector, Small, 5));

    [Fact]
    public virtual Task Tpc_all_types_by_a_search_of_each() => QueryAsync(
        ss => ss.Set<Circle>().NearestTo(c => c.Vector, Small, 10, (c, distance) => new { c.Id, distance })
            .Concat(ss.Set<Square>().NearestTo(s => s.Vector, Small, 10, (s, distance) => new { s.Id, distance })).OrderBy(s => s.distance).Take(10));
}
