using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity that loads what it refers to when it is asked.</summary>
public class Diary
{
    private readonly ILazyLoader? _loader;
    private List<Page>? _pages;

    public Diary()
    {
    }

    private Diary(ILazyLoader loader) => _loader = loader;

    public int Id { get; set; }

    [Vector(4), VectorIndex]
    public float[] Vector { get; set; } = [];

    public List<Page> Pages
    {
        get => _loader.Load(this, ref _pages) ?? [];
        set => _pages = value;
    }
}
