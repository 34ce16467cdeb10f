using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IncidentReporting.Web.Tests.Texts;

/// <summary>The source of the pages, as it lies in the repository.</summary>
internal static partial class WebSource
{
    public static string Folder { get; } = Find();

    public static IEnumerable<string> Pages => Files("*.cshtml");

    /// <summary>Pages that have an address.</summary>
    public static IEnumerable<string> AddressedPages => Pages.Where(file => PageDirective().IsMatch(File.ReadAllText(file)));

    public static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
        .Where(file => !Name(file).Split('/').Any(part => part is "obj" or "bin")).Order(StringComparer.Ordinal);

    /// <summary>As it is called from the project's folder, with slashes.</summary>
    public static string Name(string file) => Path.GetRelativePath(Folder, file).Replace('\\', '/');

    public static IReadOnlyDictionary<string, string> Texts(string file) => XDocument.Load(file).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IncidentReporting.sln")))
            {
                return Path.Combine(folder.FullName, "src", "IncidentReporting.Web");
            }
        }

        throw new InvalidOperationException("The tests do not lie in the repository.");
    }

    [GeneratedRegex(@"^\s*@page\b", RegexOptions.None, 1000)]
    private static partial Regex PageDirective();
}
