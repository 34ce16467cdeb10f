using IncidentReporting.Infrastructure.Mail;

namespace IncidentReporting.Mail.Tests.Transports;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EmailOptionsTests
{
    private readonly EmailOptions _options = new()
    {
        Transport = EmailTransport.Smtp,
        From = "no-reply@example.test",
        BaseUrl = "https://example.test/ir",
        Smtp = new SmtpOptions { Host = "mail.example.test", UserName = "sender", Password = "secret" },
    };

    [Test]
    public void Validate_GoodSettings_Pass() => Assert.That(Faults(), Is.Null);

    [Test]
    public void Validate_Defaults_Pass() => Assert.That(new EmailOptionsValidator().Validate(null, new EmailOptions()).FailureMessage, Is.Null);

    [Test]
    public void Validate_BadFrom_IsNamed()
    {
        _options.From = "nobody";
        Assert.That(Faults(), Does.Contain("Email__From"));
    }

    [Test]
    public void Validate_BadBaseUrl_IsNamed()
    {
        _options.BaseUrl = "example.test";
        Assert.That(Faults(), Does.Contain("Email__BaseUrl"));
    }

    [Test]
    public void Validate_NoHost_IsNamed()
    {
        _options.Smtp.Host = null;
        Assert.That(Faults(), Does.Contain("Email__Smtp__Host"));
    }

    [Test]
    public void Validate_PortOutOfRange_IsNamed()
    {
        _options.Smtp.Port = 70000;
        Assert.That(Faults(), Does.Contain("Email__Smtp__Port"));
    }

    [Test]
    public void Validate_UserNameWithoutPassword_IsNamed()
    {
        _options.Smtp.Password = null;
        Assert.That(Faults(), Does.Contain("Email__Smtp__UserName"));
    }

    [Test]
    public void Validate_MissingAuthorityFile_IsNamed()
    {
        _options.Smtp.CaFile = "/nowhere/authority.pem";
        Assert.That(Faults(), Does.Contain("Email__Smtp__CaFile"));
    }

    private string? Faults() => new EmailOptionsValidator().Validate(null, _options).FailureMessage;
}
