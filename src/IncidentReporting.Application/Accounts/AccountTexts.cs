using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Accounts;

/// <summary>What to do when something about an account was not right.</summary>
public static class AccountTexts
{
    public static ResourceManager Texts { get; } = new(typeof(AccountTexts));

    public static string UserNameTaken => Get(nameof(UserNameTaken));

    public static string UserNameMissing => Get(nameof(UserNameMissing));

    public static string PasswordMissing => Get(nameof(PasswordMissing));

    public static string PasswordShort => Get(nameof(PasswordShort));

    public static string PasswordWrong => Get(nameof(PasswordWrong));

    public static string PasswordLong => Get(nameof(PasswordLong));

    public static string TokenNameMissing => Get(nameof(TokenNameMissing));

    public static string TokenExpiry => Get(nameof(TokenExpiry));

    public static string TokenScope => Get(nameof(TokenScope));

    public static string EmployerMissing => Get(nameof(EmployerMissing));

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
