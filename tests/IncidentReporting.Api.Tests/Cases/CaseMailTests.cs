using System.Text.Json.Nodes;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Mail.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>Who is told of what happens to a case, and that no mail carries anything of it.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class CaseMailTests
{
    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Report_IsReceiptedAndTold_WithoutAnythingOfIt()
    {
        var id = await _world.ReportAsync(more: report =>
        {
            report["description"] = "hemlig-text";
            report["kinds"] = new JsonArray("threat_direct.death");
            report["place"] = "client_home";
            report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = "hemlig-person" };
        });
        var number = (string)(await _world.ReadAsync("employee", id))["number"]!;

        var ordered = await OrderedAsync(id);
        var mails = await DeliveredAsync(number, 3);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ordered, Is.SupersetOf([("employee", MailTemplate.Receipt), ("manager", MailTemplate.NewReport), ("rep", MailTemplate.NewReport)]));
            Assert.That(ordered.Select(mail => mail.To), Does.Not.Contain("head").And.Not.Contain("coordinator").And.Not.Contain("headrep"));
            foreach (var mail in mails)
            {
                var text = mail.Subject + mail.Text + mail.Html;
                Assert.That(text, Does.Not.Contain("hemlig").And.Not.Contain("threat").And.Not.Contain("ödshot").And.Not.Contain("hembesök").And.Not.Contain("Person employee"));
                Assert.That(mail.Subject, Does.Contain(number));
                Assert.That(mail.Text, Does.Contain($"/incidents/{number}"));
            }
        }
    }

    [Test]
    public async Task Representative_WhoIsExposed_IsNotHerOwn_TheHeadRepresentativeIsTold()
    {
        var id = await _world.ReportAsync(more: report => report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("rep") }));

        Assert.That((await OrderedAsync(id)).Where(mail => mail.To is "rep" or "headrep"), Is.EquivalentTo([("rep", MailTemplate.ColleagueReportedForYou), ("headrep", MailTemplate.NewReport)]));
    }

    [Test]
    public async Task Representative_WhoIsTheCounterpart_KnowsNothing()
    {
        var id = await _world.ReportAsync(more: report => report["counterpart"] = new JsonObject { ["relation"] = "colleague", ["userId"] = _world.IdOf("rep") });

        Assert.That((await OrderedAsync(id)).Select(mail => mail.To), Does.Contain("headrep").And.Not.Contain("rep"));
        (await _world.GetAsync("rep", $"/incidents/{id}")).Is(System.Net.HttpStatusCode.NotFound);
    }

    [TestCase("next_manager", "head")]
    [TestCase("coordinator", "coordinator")]
    public async Task Wish_ToBeContactedByAnother_TellsThatOneToo(string wish, string told)
    {
        var id = await _world.ReportAsync(more: report => report["wishes"] = new JsonObject { ["contactBy"] = wish });

        Assert.That(await OrderedAsync(id), Does.Contain((told, MailTemplate.NewReport)).And.Contain(("manager", MailTemplate.NewReport)));
    }

    [Test]
    public async Task ManagerPassedBy_IsNotTold()
    {
        var id = await _world.ReportAsync(more: report => report["bypassManager"] = true);

        Assert.That((await OrderedAsync(id)).Select(mail => mail.To), Does.Contain("head").And.Not.Contain("manager").And.Not.Contain("deputy"));
    }

    [Test]
    public async Task Objection_TellsTheNextManager_AndAcknowledgementTheExposed()
    {
        var id = await _world.ReadyToCloseAsync();
        await _world.DoAsync("manager", id, "closure", new { reason = "completed" });
        await _world.DoAsync("employee", id, "closure-answer", new { agrees = false });

        var ordered = await OrderedAsync(id);

        Assert.That(ordered, Is.SupersetOf([("employee", MailTemplate.AcknowledgementSent), ("employee", MailTemplate.ClosureProposed), ("head", MailTemplate.ClosureObjected)]));
    }

    [Test]
    public async Task Managers_WhoAreKeptOut_AreFollowedByTheNextAndAtLastByTheCoordinator_EachToldOnce()
    {
        var id = await _world.ReportAsync(more: report => report["description"] = "hemlig-text");
        await _world.PostAsync("employee", $"/incidents/{id}/exclusions", new { userId = _world.IdOf("outsider"), reason = "Närstående" });
        await _world.PostAsync("employee", $"/incidents/{id}/exclusions", new { userId = _world.IdOf("manager"), reason = "Närstående" });
        var next = await OrderedAsync(id);
        await _world.PostAsync("employee", $"/incidents/{id}/exclusions", new { userId = _world.IdOf("head"), reason = "Närstående" });
        var last = await OrderedAsync(id);

        Assert.That(next.Where(mail => mail.Template == MailTemplate.Handover), Is.EqualTo([("head", MailTemplate.Handover)]));
        Assert.That(last.Where(mail => mail.Template == MailTemplate.Handover && mail.To != "head"), Is.EqualTo([("coordinator", MailTemplate.Handover)]));
        (await _world.PostAsync("coordinator", $"/incidents/{id}/acknowledgement", new { message = "Jag ringer dig." })).Is(System.Net.HttpStatusCode.OK);
        (await _world.PostAsync("coordinator", $"/incidents/{id}/assessment", new { danger = "low", avDuty = "unclear" })).Is(System.Net.HttpStatusCode.OK);
        Assert.That((string?)(await _world.ReadAsync("coordinator", id))["description"], Is.Not.Null, "she reads what a manager reads");
    }

    [Test]
    public async Task Handler_WhoIsKeptOut_IsFollowedByTheManagerWhoIsTold()
    {
        var id = await _world.ReportAsync();
        await _world.DoAsync("manager", id, "handler", new { userId = _world.IdOf("coordinator") }, "PUT");
        await _world.PostAsync("employee", $"/incidents/{id}/exclusions", new { userId = _world.IdOf("coordinator"), reason = "Närstående" });

        Assert.That(await OrderedAsync(id), Does.Contain(("manager", MailTemplate.Handover)));
    }

    [Test]
    public async Task NextManager_IsToldThatTheCaseFallsOnHer_WhenTheManagerIsFoundToBeTheCounterpart_AndNotAgain()
    {
        var id = await _world.ReportAsync();
        (await _world.PatchAsync("employee", $"/incidents/{id}", new { counterpart = new { relation = "manager_person" } })).Is(System.Net.HttpStatusCode.OK);
        await _world.PostAsync("employee", $"/incidents/{id}/exclusions", new { userId = _world.IdOf("outsider"), reason = "Närstående" });

        Assert.That((await OrderedAsync(id)).Where(mail => mail.Template == MailTemplate.Handover), Is.EqualTo([("head", MailTemplate.Handover)]));
    }

    [Test]
    public async Task Colleague_WhoReports_GetsTheReceipt_AndTheExposedIsTold()
    {
        var id = await _world.ReportAsync("colleague", report => report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("employee") }));

        Assert.That(await OrderedAsync(id), Is.SupersetOf([("colleague", MailTemplate.Receipt), ("employee", MailTemplate.ColleagueReportedForYou)]));
    }

    private async Task<List<(string To, MailTemplate Template)>> OrderedAsync(string id)
    {
        var ordered = new List<(string, MailTemplate)>();
        await _world.WithAsync(async services =>
        {
            var incident = new IncidentId(Guid.Parse(id));
            var rows = await services.GetRequiredService<IIncidentReportingDb>().Set<OutboxMessage>().Where(row => row.IncidentId == incident).ToListAsync();
            ordered.AddRange(rows.Select(row => (_world.NameOf(row.RecipientId), row.Template)));
        });
        return ordered;
    }

    private async Task<List<ReceivedMail>> DeliveredAsync(string number, int count)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var folder = Path.Combine(_world.Host.Folder, "mail");
            var mails = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").Select(file => ReceivedMail.Parse(File.ReadAllText(file))).Where(mail => mail.Subject.Contains(number, StringComparison.Ordinal)).ToList() : [];
            if (mails.Count >= count)
            {
                return mails;
            }

            await Task.Delay(100);
        }

        throw new AssertionException($"Fewer than {count} mails were delivered.");
    }
}
