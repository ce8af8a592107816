using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace OrleansMixi.Pages.Shell;

/// <summary>
/// Addresses of scripts, styles and pictures. They carry a version made from all files together, so browsers may keep them
/// for a year and relative imports between scripts stay within one version.
/// </summary>
public sealed class Assets(IWebHostEnvironment environment)
{
    /// <summary>The path under which versioned files lie.</summary>
    internal const string Root = "/assets/";

    /// <summary>The version of the present files.</summary>
    public string Version { get; } = Hash(environment.WebRootFileProvider);

    /// <summary>The address of a file below wwwroot.</summary>
    public string this[string path] => $"{Root}{Version}/{path}";

    private static string Hash(IFileProvider files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, files, "");
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static void Add(IncrementalHash hash, IFileProvider files, string folder)
    {
        foreach (var file in files.GetDirectoryContents(folder).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.IsDirectory)
            {
                Add(hash, files, $"{folder}/{file.Name}");
                continue;
            }

            using var stream = file.CreateReadStream();
            var bytes = new byte[file.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }
    }
}
