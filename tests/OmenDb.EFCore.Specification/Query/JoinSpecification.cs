namespace OmenDb.EFCore.Specification.Query;

/// <summary>Searches joined with other sets, and a search for each row of another.</summary>
public abstract class JoinSpecification(SpecificationStore store) : SpecificationTest(store)
{
    [Fact]
    public virtual Task Join() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 5).Join(ss.Set<Comment>(), a => a.Id, c => c.ArticleId, (a, c) => new { a.Title, c.Text }), ordered: false);

    [Fact]
    public virtual Task Join_the_other_way() => QueryAsync(
        ss => ss.Set<Comment>().Join(ss.Set<Article>().NearestTo(Query, 5), c => c.ArticleId, a => a.Id, (c, a) => new { a.Title, c.Text }), ordered: false);

    [Fact]
    public virtual Task Join_of_two_searches() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 60).Join(ss.Set<Article>().NearestTo(Other, 60), a => a.Id, b => b.Id, (a, b) => new { a.Id, b.Title }), ordered: false);

    [Fact]
    public virtual Task Join_in_front() => QueryAsync(
        ss => ss.Set<Article>().Join(ss.Set<Author>().Where(w => w.Country == "Italy"), a => a.AuthorId, w => w.Id, (a, w) => a).NearestTo(Query, 10));

    [Fact]
    public virtual Task LeftJoin() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 10).LeftJoin(ss.Set<Author>(), a => a.AuthorId, w => w.Id, (a, w) => new { a.Id, Name = w!.Name }),
        ss => ss.Set<Article>().NearestTo(Query, 10).Select(a => new { a.Id, Name = a.Author!.Name }),
        ordered: false);

    [Fact]
    public virtual Task GroupJoin() => QueryAsync(
        ss => ss.Set<Article>().NearestTo(Query, 10).GroupJoin(ss.Set<Comment>(), a => a.Id, c => c.ArticleId, (a, comments) => new { a.Id, Count = comments.Count() }), ordered: false);

    [Fact]
    public virtual Task GroupJoin_flattened() => QueryAsync(
        ss => from a in ss.Set<Article>().NearestTo(Query, 10)
              join c in ss.Set<Comment>().Where(c => c.Stars > 3) on a.Id equals c.ArticleId into comments
              from c in comments.DefaultIfEmpty()
              select new { a.Id, Text = c == null ? null : c.Text },
        ordered: false);

    [Fact]
    public virtual Task SelectMany_of_a_collection() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 5).SelectMany(a => a.Comments), ordered: false);

    [Fact]
    public virtual Task SelectMany_of_many_to_many() => QueryAsync(ss => ss.Set<Article>().NearestTo(Query, 5).SelectMany(a => a.Tags, (a, t) => new { a.Id, t.Name }), ordered: false);

    [Fact]
    public virtual Task SelectMany_of_a_collection_in_front() => QueryAsync(ss => ss.Set<Author>().Where(w => w.Country == "Kenya").SelectMany(w => w.Articles).NearestTo(Query, 10));

    [Fact]
    public virtual Task The_rows_that_are_referred_to() => QueryAsync(ss => ss.Set<Comment>().Where(c => c.Stars == 5).Select(c => c.Article!).NearestTo(Query, 10));

    [Fact]
    public virtual Task Rows_that_a_left_join_found_nothing_for_are_not_near() => QueryAsync(
        ss => ss.Set<Author>().SelectMany(w => ss.Set<Article>().Where(a => a.AuthorId == w.Id && a.Id < 9).DefaultIfEmpty()).NearestTo(a => a!.Embedding, Query, 20).Select(a => a!.Title),
        ss => ss.Set<Article>().Where(a => a.AuthorId != null && a.Id < 9).NearestTo(Query, 20).Select(a => a.Title));

    [Fact]
    public virtual Task Rows_that_a_left_join_found_nothing_for_are_not_near_without_an_index() => QueryAsync(
        ss => ss.Set<Article>().Where(a => a.Id < 9).Select(a => a.Author!).NearestTo(w => w.Style, Query, 20, (w, distance) => new { w.Name, distance }),
        ss => ss.Set<Article>().Where(a => a.Id < 9 && a.Author != null).Select(a => a.Author!).NearestTo(w => w.Style, Query, 20, (w, distance) => new { w.Name, distance }));

    [Fact]
    public virtual Task SelectMany_of_one_search_for_all() => QueryAsync(
        ss => from w in ss.Set<Author>() from a in ss.Set<Article>().NearestTo(Query, 3) select new { w.Name, a.Title }, ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others() => QueryAsync(
        ss => from w in ss.Set<Author>() from a in ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 3) select new { Author = w.Id, a.Id }, ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_of_the_same_set() => QueryAsync(
        ss => from a in ss.Set<Article>() where a.Id <= 20 from b in ss.Set<Article>().NearestTo(b => b.Embedding, a.Embedding, 3) where b.Id != a.Id select new { From = a.Id, To = b.Id },
        ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_with_the_distance() => QueryAsync(
        ss => from w in ss.Set<Author>()
              from h in ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 3, (a, distance) => new { a.Title, distance })
              orderby w.Id, h.distance
              select new { w.Name, h.Title, h.distance });

    [Fact]
    public virtual Task For_each_row_its_nearest_others_in_a_result_with_the_row() => QueryAsync(
        ss => ss.Set<Author>().SelectMany(w => ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 3, (a, distance) => new { w.Name, a.Title, distance })), ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_in_a_result_with_the_row_and_then_another() => QueryAsync(
        ss => from w in ss.Set<Author>()
              from h in ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 3, (a, distance) => new { a.Title, Near = distance < w.Id / 10.0 })
              select new { w.Name, h.Title, h.Near },
        ordered: false);

    [Fact]
    public virtual Task For_each_row_as_many_of_its_nearest_others_as_it_says() => QueryAsync(
        ss => from a in ss.Set<Article>() where a.Id <= 6 from b in ss.Set<Article>().NearestTo(b => b.Embedding, a.Embedding, a.Id) select new { From = a.Id, To = b.Id },
        ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_that_pass_a_filter() => QueryAsync(
        ss => from w in ss.Set<Author>()
              from a in ss.Set<Article>().Where(a => a.Category == Category.Sport).NearestTo(a => a.Embedding, w.Style, 3)
              select new { w.Name, a.Title },
        ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_then_all_of_them_filtered() => QueryAsync(
        ss => ss.Set<Author>().SelectMany(w => ss.Set<Article>().NearestTo(a => a.Embedding, w.Style, 3)).Where(a => a.Rating > 1).Select(a => a.Title), ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_by_a_vector_that_another_may_stand_in_for()
    {
        var neutral = Query.ToArray();
        return QueryAsync(
            ss => from c in ss.Set<Comment>() where c.Id <= 30 from d in ss.Set<Comment>().NearestTo(d => d.Mood, c.Mood ?? neutral, 2) select new { From = c.Id, To = d.Id }, ordered: false);
    }

    [Fact]
    public virtual Task For_each_row_its_nearest_others_by_a_vector_that_a_step_before_computes()
    {
        var neutral = Query.ToArray();
        return QueryAsync(
            ss => from c in ss.Set<Comment>() let mood = c.Mood ?? neutral where c.Id <= 30 from d in ss.Set<Comment>().NearestTo(d => d.Mood, mood, 2) select new { From = c.Id, To = d.Id }, ordered: false);
    }

    [Fact]
    public virtual Task For_each_row_its_nearest_others_by_a_vector_that_was_selected() => QueryAsync(
        ss => ss.Set<Comment>().Where(c => c.Id <= 30 && c.Mood != null).OrderBy(c => c.Id).Select(c => new { From = c.Id, c.Mood }).Take(10)
            .SelectMany(c => ss.Set<Comment>().NearestTo(d => d.Mood, c.Mood!, 2), (c, d) => new { c.From, To = d.Id }),
        ordered: false);

    [Fact]
    public virtual async Task For_each_row_by_a_vector_of_the_applications_own_that_does_not_fit()
    {
        await using var db = Store.CreateContext();
        var wrong = new float[7];

        await Refusal.SaysAsync<ArgumentException>(
            () => (from c in db.Comments from d in db.Comments.NearestTo(d => d.Mood, c.Mood ?? wrong, 2) select d.Id).ToListAsync(), "Comment.Mood", "expected 8 elements, got 7");
        await Refusal.SaysAsync<ArgumentException>(
            () => (from c in db.Comments from d in db.Comments.NearestTo(d => d.Mood, c.Stars > 3 ? wrong : c.Mood!, 2) select d.Id).ToListAsync(), "Comment.Mood", "expected 8 elements, got 7");
        await Refusal.SaysAsync<ArgumentException>(
            () => db.Comments.Select(c => db.Set<Author>().NearestTo(w => w.Style, c.Mood ?? wrong, 1).Select(w => w.Name).FirstOrDefault()).ToListAsync(), "Author.Style", "expected 8 elements, got 7");
    }

    [Fact]
    public virtual Task For_each_row_its_nearest_others_by_one_of_two_vectors() => QueryAsync(
        ss => from c in ss.Set<Comment>() where c.Id <= 60 && c.Article!.AuthorId != null from d in ss.Set<Comment>().NearestTo(d => d.Mood, c.Mood != null ? c.Mood : c.Article!.Author!.Style, 2) select new { From = c.Id, To = d.Id },
        ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_by_the_vector_of_a_row_that_it_refers_to() => QueryAsync(
        ss => from c in ss.Set<Comment>() where c.Id <= 30 from a in ss.Set<Article>().NearestTo(a => a.Embedding, c.Article!.Embedding, 2) select new { From = c.Id, To = a.Id },
        ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_by_the_vector_of_a_row_that_is_looked_up() => QueryAsync(
        ss => from c in ss.Set<Comment>()
              where c.Id <= 30
              from d in ss.Set<Article>().NearestTo(d => d.Embedding, ss.Set<Author>().Where(w => w.Id <= c.Stars).OrderByDescending(w => w.Id).Select(w => w.Style).FirstOrDefault()!, 2)
              select new { From = c.Id, To = d.Id },
        ordered: false);

    [Fact]
    public virtual Task For_each_row_its_nearest_others_by_a_vector_that_is_chosen() => QueryAsync(
        ss => from c in ss.Set<Comment>()
              where c.Id <= 30
              from a in ss.Set<Article>().NearestTo(a => a.Embedding, c.Stars > 3 ? c.Article!.Embedding : ss.Set<Article>().Where(b => b.Id == c.Stars).Select(b => b.Embedding).First(), 2)
              select new { From = c.Id, To = a.Id },
        ordered: false);

    [Fact]
    public virtual Task For_each_of_the_k_its_nearest_others() => QueryAsync(
        ss => from a in ss.Set<Article>().NearestTo(Query, 5) from c in ss.Set<Comment>().NearestTo(c => c.Mood, a.Embedding, 2) select new { a.Id, c.Text }, ordered: false);
}
