using ApiSearch.Corpus;

namespace ApiSearch.Tests;

public sealed class XmlDocumentationReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void References_read_as_names_and_white_space_is_one_blank()
    {
        var member = Read("""
            <member name="M:A.B.M">
              <summary>
                Reads  <paramref name="text" /> as <see cref="T:System.Collections.Generic.List`1" />, like <see cref="M:System.IO.File.Open(System.String)" />;
                <see langword="null" /> is <c>fine</c>.<para>See <see href="https://example.com">here</see>.</para>
              </summary>
            </member>
            """).Single();
        Assert.Equal("Reads text as List, like File.Open; null is fine. See here.", member.Summary);
    }

    [Fact]
    public void A_member_without_a_summary_is_kept()
        => Assert.Equal("", Read("""<member name="P:A.B.C"><inheritdoc /></member>""").Single().Summary);

    [Fact]
    public void Namespaces_and_unresolved_references_are_no_members()
        => Assert.Empty(Read("""<member name="N:A.B"/><member name="!:Broken"/><member/>"""));

    [Fact]
    public void The_assembly_is_named_by_the_file_where_the_document_does_not()
    {
        var path = _folder.Write("Some.Library.xml", """<doc><members><member name="T:A.B"/></members></doc>""");
        Assert.Equal("Some.Library", XmlDocumentationReader.Read(path).Single().Assembly);
    }

    [Fact]
    public void A_member_carries_its_types_summary()
    {
        var members = Read("""<member name="M:A.B.M"><summary>Does.</summary></member><member name="T:A.B"><summary>A doer.</summary></member>""");
        Assert.Equal("B.M\nDoes.\nA doer.", members[0].Text);
        Assert.Equal("B\nA doer.\n", members[1].Text);
    }

    [Theory]
    [InlineData("T:N.Outer", MemberKind.Type, "N", "Outer")]
    [InlineData("T:N.Outer.Inner", MemberKind.Type, "N", "Outer.Inner")]
    [InlineData("T:Global", MemberKind.Type, "", "Global")]
    [InlineData("T:N.Map`2", MemberKind.Type, "N", "Map<TKey, TValue>")]
    [InlineData("M:N.Map`2.#ctor(System.Int32)", MemberKind.Constructor, "N", "Map<TKey, TValue>(int)")]
    [InlineData("M:N.Outer.#ctor", MemberKind.Constructor, "N", "Outer()")]
    [InlineData("M:N.Map`2.Get(`0,`1@)", MemberKind.Method, "N", "Map<TKey, TValue>.Get(TKey, TValue&)")]
    [InlineData("M:N.Outer.Run``1(System.Collections.Generic.IEnumerable{``0},System.Int32[0:,0:])", MemberKind.Method, "N", "Outer.Run<TItem>(IEnumerable<TItem>, int[,])")]
    [InlineData("M:N.Outer.op_Addition(N.Outer,N.Outer)", MemberKind.Operator, "N", "Outer.op_Addition(Outer, Outer)")]
    [InlineData("M:N.Outer.op_Implicit(System.String)~N.Outer", MemberKind.Operator, "N", "Outer.op_Implicit(string)")]
    [InlineData("M:N.Outer.System#IDisposable#Dispose", MemberKind.Method, "N", "Outer.Dispose()")]
    [InlineData("P:N.Outer.Item(System.Int32)", MemberKind.Property, "N", "Outer.Item[int]")]
    [InlineData("P:N.Outer.Inner.Name", MemberKind.Property, "N", "Outer.Inner.Name")]
    [InlineData("F:N.Outer.None", MemberKind.Field, "N", "Outer.None")]
    [InlineData("E:N.Undocumented.Changed", MemberKind.Event, "N", "Undocumented.Changed")]
    public void A_documentation_id_gives_kind_namespace_and_name(string id, MemberKind kind, string @namespace, string name)
    {
        var others = string.Concat(new[] { "T:N.Outer", "T:N.Outer.Inner", "T:Global" }.Where(t => t != id).Select(t => $"""<member name="{t}"/>"""));
        var map = id == "T:N.Map`2" ? "" : """<member name="T:N.Map`2"><typeparam name="TKey"/><typeparam name="TValue"/></member>""";
        var own = id == "T:N.Map`2" ? """<typeparam name="TKey"/><typeparam name="TValue"/>""" : id.Contains("``", StringComparison.Ordinal) ? """<typeparam name="TItem"/>""" : "";
        var member = Read($"""{others}{map}<member name="{id}">{own}</member>""").Single(m => m.Id == id);
        Assert.Equal((kind, @namespace, name), (member.Kind, member.Namespace, member.Name));
    }

    [Fact]
    public void The_reference_packs_of_the_running_SDK_are_found()
    {
        var files = ReferencePacks.Find([]);
        Assert.Contains(files.Paths, p => Path.GetFileName(p) == "System.Runtime.xml");
        Assert.Equal(files.Paths.Count, files.Paths.Select(Path.GetFileName).Distinct().Count());
        Assert.Contains("Microsoft.NETCore.App.Ref", files.Description, StringComparison.Ordinal);
    }

    private IReadOnlyList<DocumentedMember> Read(string members)
        => XmlDocumentationReader.Read(_folder.Write($"{Guid.NewGuid():N}.xml", $"<doc><assembly><name>Test</name></assembly><members>{members}</members></doc>"));
}
