using System.Numerics.Tensors;
using ApiSearch.Embeddings;

namespace ApiSearch.Tests;

public sealed class LsaModelTests
{
    private static readonly string[] Texts =
    [
        "Car.Drive\nDrives the car along the road.", "Car.Brake\nStops the car on the road.", "Truck.Drive\nDrives the truck along the road.",
        "Engine.Start\nStarts the engine of the car or truck.", "Soup.Cook\nCooks the soup in a pot.", "Soup.Season\nAdds salt to the soup.",
        "Stew.Cook\nCooks the stew in a pot with salt.", "FileStream.Open\nOpens the file as a stream.", "FileStream.Close\nCloses the stream of the file.",
    ];

    [Fact]
    public void Words_that_keep_the_same_company_are_near()
    {
        var model = LsaModel.Train(Texts, 4);
        Assert.True(Cosine(model, "car", "truck") > Cosine(model, "car", "soup") + 0.3f);
        Assert.True(Cosine(model, "soup", "stew") > Cosine(model, "soup", "engine") + 0.3f);
    }

    [Fact]
    public void A_text_has_length_one_and_unknown_words_have_none()
    {
        var model = LsaModel.Train(Texts, 4);
        Assert.Equal(1f, TensorPrimitives.Norm<float>(model.Embed("drive")), 1e-5f);
        Assert.All(model.Embed("zyzzyva"), x => Assert.Equal(0f, x));
        Assert.All(model.Embed(""), x => Assert.Equal(0f, x));
    }

    [Fact]
    public void A_compound_that_the_corpus_writes_in_two_words_is_understood()
    {
        var model = LsaModel.Train(Texts, 4);
        Assert.Equal(1f, Cosine(model, "filestream", "file stream"), 1e-5f);
    }

    [Fact]
    public void A_corpus_with_fewer_words_than_dimensions_is_fine()
    {
        var model = LsaModel.Train(["A.Word\nOne word.", "B.Word\nAnother word."], 384);
        Assert.Equal(384, model.Embed("word").Length);
        Assert.Equal(1f, TensorPrimitives.Norm<float>(model.Embed("word")), 1e-5f);
    }

    [Fact]
    public void A_saved_model_embeds_the_same()
    {
        var model = LsaModel.Train(Texts, 4);
        var loaded = LsaModel.FromBytes(model.ToBytes());
        Assert.Equal(model.Embed("drive the truck"), loaded.Embed("drive the truck"));
        Assert.Equal((model.Terms, model.Dimensions), (loaded.Terms, loaded.Dimensions));
    }

    private static float Cosine(LsaModel model, string a, string b) => TensorPrimitives.Dot<float>(model.Embed(a), model.Embed(b));
}
