using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Web.Hosting;

/// <summary>Style, script and fonts of the pages. Each address carries a hash of its content, so a browser may keep it for good.</summary>
internal static partial class Assets
{
    public const string Base = "/assets/";
    private const string Prefix = "asset/";

    private static readonly Lazy<Dictionary<string, Asset>> All = new(Build);

    /// <summary>The address of an asset: <c>app.css</c>, <c>app.js</c> or the name of a font or picture.</summary>
    public static string Address(string name) => All.Value[name].Address;

    public static async Task ServeAsync(HttpContext context)
    {
        var asset = All.Value.Values.FirstOrDefault(asset => asset.Address == context.Request.Path);
        if (asset is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = asset.Type;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        var content = asset.Content;
        if (asset.Compressed is { } compressed)
        {
            context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            {
                context.Response.Headers.ContentEncoding = "br";
                content = compressed;
            }
        }

        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static Dictionary<string, Asset> Build()
    {
        var assembly = typeof(Assets).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var assets = names.Where(name => name.EndsWith(".woff2", StringComparison.Ordinal) || name.EndsWith(".svg", StringComparison.Ordinal))
            .Select(name => Asset.Of(Path.GetFileName(name), Read(assembly, name)))
            .ToDictionary(asset => asset.Name, StringComparer.Ordinal);

        // The base first, then our own tokens and rules, then components and pages, which may refine them.
        var css = Joined(assembly, names.Where(name => name.EndsWith(".css", StringComparison.Ordinal)).OrderBy(OrderOf));
        css = AssetUrl().Replace(css, match => $"url(\"{assets[match.Groups["name"].Value].Address}\")");
        var js = Joined(assembly, names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)).OrderBy(OrderOf));
        assets["app.css"] = Asset.Of("app.css", Encoding.UTF8.GetBytes(css));
        assets["app.js"] = Asset.Of("app.js", Encoding.UTF8.GetBytes(js));
        return assets;
    }

    private static int OrderOf(string name) => name switch
    {
        _ when name.StartsWith(Prefix + "Assets/designsystemet/base", StringComparison.Ordinal) => 0,
        _ when name.StartsWith(Prefix + "Assets/designsystemet/", StringComparison.Ordinal) => 1,
        _ when name.StartsWith(Prefix + "Assets/", StringComparison.Ordinal) => 2,
        _ when name.StartsWith(Prefix + "Components/", StringComparison.Ordinal) => 3,
        _ => 4,
    };

    private static string Joined(Assembly assembly, IEnumerable<string> names) =>
        string.Join('\n', names.Select(name => Encoding.UTF8.GetString(Read(assembly, name)).Trim('\uFEFF')));

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex("""url\("asset:(?<name>[^"]+)"\)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AssetUrl();

    private sealed record Asset(string Name, string Address, string Type, byte[] Content, byte[]? Compressed)
    {
        public static Asset Of(string name, byte[] content)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
            var extension = Path.GetExtension(name);
            var address = $"{Base}{Path.GetFileNameWithoutExtension(name)}.{hash}{extension}";
            return extension switch
            {
                ".css" => new Asset(name, address, "text/css; charset=utf-8", content, Compress(content)),
                ".js" => new Asset(name, address, "text/javascript; charset=utf-8", content, Compress(content)),
                ".svg" => new Asset(name, address, "image/svg+xml", content, Compress(content)),
                _ => new Asset(name, address, "font/woff2", content, Compressed: null),
            };
        }

        private static byte[] Compress(byte[] content)
        {
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
            {
                brotli.Write(content);
            }

            return compressed.ToArray();
        }
    }
}
