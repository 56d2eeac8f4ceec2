using System.Security.Cryptography;
using System.Text;

namespace ApiSearch.Data;

/// <summary>Where the database lies: in the user's folder for programs' data, or in the one given; every source has a file of its own.</summary>
public static class DatabaseFile
{
    public static string PathOf(IConfiguration configuration)
    {
        var folder = configuration["data"] ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "OmenDb", "ApiSearch");
        var name = configuration["source"] is { Length: > 0 } source
            ? $"source-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(source))))[..12]}.db"
            : "api.db";
        return Path.Combine(Directory.CreateDirectory(folder).FullName, name);
    }
}
