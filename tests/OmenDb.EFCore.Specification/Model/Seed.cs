namespace OmenDb.EFCore.Specification.Model;

/// <summary>The rows that every store holds, the same in every run.</summary>
public static class Seed
{
    public const int Articles = 200;

    private const int Authors = 12;
    private const int Rows = 120;

    /// <summary>New objects each time, their navigations set, those that others refer to first.</summary>
    public static IEnumerable<object> All()
    {
        var authors = Vectors.Many(Authors, seed: 11)
            .Select((v, i) => new Author { Id = i + 1, Name = $"Author {i + 1}", Country = i % 3 == 0 ? "Norway" : i % 3 == 1 ? "Italy" : "Kenya", Style = v }).ToList();
        var tags = Enumerable.Range(1, 5).Select(i => new Tag { Id = i, Name = $"tag{i}" }).ToList();
        var articles = Vectors.Many(Articles, seed: 12).Select((v, i) => Article(i, v, authors, tags)).ToList();
        var comments = Vectors.Many(Articles * 2, seed: 13).Select((v, i) => Comment(i, v, articles)).ToList();
        return [.. authors, .. tags, .. articles, .. comments, .. Photos(), .. Notes(), .. Replies(authors), .. Hierarchies(), .. Keys(), .. Parts()];
    }

    /// <summary>The vector that a secret has in the model alone.</summary>
    public static float[] ShadowOf(Secret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var vector = secret.Field.ToArray();
        Array.Reverse(vector);
        return vector;
    }

    private static Article Article(int i, float[] vector, List<Author> authors, List<Tag> tags)
    {
        var author = i % 5 == 4 ? null : authors[i % Authors];
        var article = new Article
        {
            Id = i + 1,
            Title = $"Article {i + 1}",
            Subtitle = i % 4 == 0 ? null : $"Subtitle {i % 7}",
            Category = (Category)(i % 3),
            Rating = i % 10 / 2.0,
            Published = new DateOnly(2024, 1, 1).AddDays(i),
            AuthorId = author?.Id,
            Author = author,
            Origin = new Origin { City = i % 2 == 0 ? "Oslo" : "Rome", Country = i % 2 == 0 ? "Norway" : "Italy" },
            Format = new Format { Words = 100 + i % 20 * 50, Language = i % 3 == 0 ? "en" : "it" },
            Tags = [.. tags.Where(t => (i + 1) % (t.Id + 1) == 0)],
            Embedding = vector,
        };
        author?.Articles.Add(article);
        foreach (var tag in article.Tags)
            tag.Articles.Add(article);
        return article;
    }

    private static Comment Comment(int i, float[] vector, List<Article> articles)
    {
        var article = articles[i % articles.Count];
        var comment = new Comment { Id = i + 1, ArticleId = article.Id, Article = article, Text = $"Comment {i + 1}", Stars = i % 5 + 1, Mood = i % 4 == 3 ? null : vector };
        article.Comments.Add(comment);
        return comment;
    }

    private static IEnumerable<object> Photos()
        => Vectors.Many(Rows, seed: 14).Select((v, i) => new Photo
        {
            Id = new Guid(i + 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            Place = i % 2 == 0 ? "sea" : "hill",
            Colors = v.AsMemory(0, 4),
            Content = i % 3 == 0 ? default(Memory<float>?) : v,
            Draft = i % 5 == 0 ? default(ReadOnlyMemory<float>?) : new ReadOnlyMemory<float>([.. v.Reverse()]),
        });

    private static IEnumerable<object> Notes()
        => Vectors.Many(Rows, dimensions: 4, seed: 15).Select((v, i) => new FilteredNote { Id = i + 1, IsDeleted = i % 4 == 0, Tenant = i % 3, Vector = v });

    private static IEnumerable<object> Replies(List<Author> authors)
        => Vectors.Many(Rows, dimensions: 4, seed: 19).Select((v, i) => new Reply { Id = i + 1, AuthorId = authors[i % Authors].Id, Author = authors[i % Authors], Text = $"Reply {i + 1}", Vector = v });

    private static IEnumerable<object> Hierarchies()
    {
        var vectors = Vectors.Many(Rows, dimensions: 4, seed: 16);
        for (var i = 0; i < Rows; i++)
        {
            var (id, vector, other) = (i + 1, vectors[i], vectors[Rows - 1 - i]);
            yield return (i % 3) switch
            {
                0 => new Cat { Id = id, Vector = vector, Lives = i % 9 },
                1 => new Dog { Id = id, Vector = vector, Bark = i % 2 == 0 ? default(ReadOnlyMemory<float>?) : other },
                _ => new Animal { Id = id, Vector = vector },
            };
            yield return (i % 3) switch
            {
                0 => new Car { Id = id, Vector = vector, Doors = 2 + i % 4 },
                1 => new Boat { Id = id, Vector = vector, Hull = other },
                _ => new Vehicle { Id = id, Vector = vector },
            };
            yield return i % 2 == 0
                ? new Circle { Id = id, Name = $"Shape {id}", Radius = i, Vector = vector }
                : new Square { Id = id, Name = $"Shape {id}", Side = i, Vector = vector };
        }
    }

    private static IEnumerable<object> Keys()
    {
        var vectors = Vectors.Many(Rows, dimensions: 4, seed: 17);
        for (var i = 0; i < Rows; i++)
        {
            yield return new Numbered<int> { Id = i - 50, Number = i, Vector = vectors[i] };
            yield return new Numbered<long> { Id = long.MaxValue - i, Number = i, Vector = vectors[i] };
            yield return new Numbered<Guid> { Id = new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Number = i, Vector = vectors[i] };
            yield return new Numbered<string> { Id = $"key '{i}\" ü", Number = i, Vector = vectors[i] };
            yield return new Numbered<byte[]> { Id = [1, (byte)i, 0], Number = i, Vector = vectors[i] };
            yield return new Numbered<ItemId> { Id = new ItemId(i), Number = i, Vector = vectors[i] };
            yield return new Cell { Sheet = $"sheet {i % 3}", Row = i / 10, Column = i % 10, Vector = vectors[i] };
        }
    }

    private static IEnumerable<object> Parts()
    {
        var vectors = Vectors.Many(Rows, dimensions: 4, seed: 18);
        for (var i = 0; i < Rows; i++)
        {
            var (id, vector) = (i + 1, vectors[i]);
            var details = new OrderDetails { Id = id, Text = $"Details {id}", Vector = i % 4 == 0 ? null : vector };
            yield return new Order { Id = id, Customer = $"Customer {i % 10}", Details = details };
            yield return details;
            yield return new Secret { Id = id, Field = vector };
            yield return new Shop
            {
                Id = id,
                Profile = new Profile { Name = $"Shop {id}", Vector = vectors[Rows - id] },
                Look = new Look { Color = i % 2 == 0 ? "red" : "blue", Vector = vector },
            };
            yield return new Door
            {
                Id = id,
                Front = new Paint { Color = "green", Vector = vector },
                Back = i % 4 == 0 ? null : new Paint { Color = "white", Vector = vectors[Rows - id] },
            };
            yield return new Compact
            {
                Id = id,
                Array = Array.ConvertAll(vector, f => (Half)f),
                Memory = i % 5 == 0 ? default(ReadOnlyMemory<Half>?) : Array.ConvertAll(vectors[Rows - id], f => (Half)f),
            };
            yield return new Diary { Id = id, Vector = vector, Pages = [new Page { Id = id, DiaryId = id, Text = $"Page {id}" }] };
        }
    }
}
