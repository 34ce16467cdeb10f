using System.Data.Common;
using System.Globalization;
using IncidentReporting.Api.Statistics;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Hosting;

/// <summary>The settings that the service is put together by; mail reads its own.</summary>
/// <param name="DataDirectory">Absolute.</param>
internal sealed record ServiceSettings(DatabaseSettings Database, string DataDirectory, bool DemoEnabled, int TablesPerHour, int? BenchmarkN, int MassReadingPerHour)
{
    /// <summary>Where evidence is scanned for harmful code, if anywhere.</summary>
    public ClamAvAddress ClamAv { get; init; } = ClamAvAddress.None;

    public CallLimits CallLimits { get; init; } = new(CallLimits.DefaultPerAccount, CallLimits.DefaultWithoutAccount);

    /// <summary>Null where no proxy is known: then nobody's word is taken for where a call comes from.</summary>
    public ForwardedHeadersOptions? Proxies { get; init; }

    public string LogDirectory => Path.Combine(DataDirectory, "logs");

    public static ServiceSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        CheckUrls(configuration["Urls"]);
        CheckForms<EmailOptions>(configuration.GetSection(EmailOptions.Section));
        CheckForms<SmtpOptions>(configuration.GetSection($"{EmailOptions.Section}:{nameof(EmailOptions.Smtp)}"));
        var directory = DirectoryOf(configuration["Data:Directory"], environment);
        return new ServiceSettings(
            DatabaseOf(configuration, directory), directory, DemoOf(configuration["Demo:Enabled"], environment), TablesOf(configuration["Statistics:TablesPerHour"]),
            AnswersOf(configuration["Statistics:BenchmarkN"]), ReadingsOf(configuration["Log:MassReadingPerHour"]))
        {
            ClamAv = ClamAvAddress.Parse(configuration["ClamAv:Address"]) ?? throw new SettingException("ClamAv__Address", "must be host:port, or the path of a Unix socket."),
            CallLimits = CallLimits.Read(configuration),
            Proxies = KnownProxies.Read(configuration),
        };
    }

    private static int ReadingsOf(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? MassReadingLimit.Default
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var cases) && cases > 0 ? cases
        : throw new SettingException("Log__MassReadingPerHour", "must be a whole number above 0.");

    private static int TablesOf(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? TableAllowance.Default
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var tables) && tables > 0 ? tables
        : throw new SettingException("Statistics__TablesPerHour", "must be a whole number above 0.");

    private static int? AnswersOf(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? null
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var answers) && answers > 0 ? answers
        : throw new SettingException("Statistics__BenchmarkN", "must be a whole number above 0: how many answered the survey of Vision 2021.");

    private static string DirectoryOf(string? setting, IHostEnvironment environment)
    {
        var directory = Path.GetFullPath(string.IsNullOrWhiteSpace(setting) ? "data" : setting, environment.ContentRootPath);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory);
            }
            else
            {
                Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return directory;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingException("Data__Directory", "must be a folder that can be written to.");
        }
    }

    private static DatabaseSettings DatabaseOf(IConfiguration configuration, string directory)
    {
        var provider = ProviderOf(configuration["Database:Provider"]);
        var connection = configuration.GetConnectionString("Default");
        if (string.IsNullOrWhiteSpace(connection))
        {
            return provider == DatabaseProvider.Sqlite
                ? DatabaseSettings.SqliteIn(directory)
                : throw new SettingException("ConnectionStrings__Default", $"must be set when Database__Provider is {provider}.");
        }

        try
        {
            _ = new DbConnectionStringBuilder { ConnectionString = connection };
        }
        catch (ArgumentException)
        {
            throw new SettingException("ConnectionStrings__Default", "is not a connection string.");
        }

        return new DatabaseSettings(provider, connection);
    }

    private static DatabaseProvider ProviderOf(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? DatabaseProvider.Sqlite
        : !int.TryParse(setting, CultureInfo.InvariantCulture, out _) && Enum.TryParse<DatabaseProvider>(setting, ignoreCase: true, out var provider) ? provider
        : throw new SettingException("Database__Provider", "must be Sqlite, SqlServer or PostgreSql.");

    private static bool DemoOf(string? setting, IHostEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return environment.IsDevelopment();
        }

        if (!bool.TryParse(setting, out var enabled))
        {
            throw new SettingException("Demo__Enabled", "must be true or false.");
        }

        return !enabled || environment.IsDevelopment()
            ? enabled
            : throw new SettingException("Demo__Enabled", "must not be true outside the Development environment: its passwords are public.");
    }

    // The binder's own fault names the setting only within a sentence about types.
    private static void CheckForms<T>(IConfigurationSection section)
    {
        foreach (var property in typeof(T).GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            try
            {
                _ = type.IsValueType && section[property.Name] is { Length: > 0 } ? section.GetValue(type, property.Name) : null;
            }
            catch (InvalidOperationException)
            {
                throw new SettingException(
                    $"{section.Path}:{property.Name}".Replace(":", "__", StringComparison.Ordinal),
                    type.IsEnum ? $"must be {string.Join(" or ", Enum.GetNames(type))}." : "must be a whole number.");
            }
        }
    }

    private static void CheckUrls(string? setting)
    {
        foreach (var url in setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            try
            {
                if (BindingAddress.Parse(url).Scheme is not ("http" or "https"))
                {
                    throw new FormatException();
                }
            }
            catch (FormatException)
            {
                throw new SettingException("Urls", "must be addresses such as http://localhost:5080, separated by semicolons.");
            }
        }
    }
}

/// <summary>A setting that the service cannot start with.</summary>
internal sealed class SettingException(string name, string fault) : Exception($"{name} {fault}");
