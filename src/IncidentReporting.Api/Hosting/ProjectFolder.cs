namespace IncidentReporting.Api.Hosting;

/// <summary>Where <c>data/</c> and the settings lie: beside the program or, while developing, beside the project, from whichever folder it is started.</summary>
internal static class ProjectFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var program = AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar);
        for (var (folder, level) = (new DirectoryInfo(program), 0); folder is not null && level < 5; (folder, level) = (folder.Parent, level + 1))
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "IncidentReporting.Api.csproj")))
            {
                return folder.FullName;
            }
        }

        return program;
    }
}
