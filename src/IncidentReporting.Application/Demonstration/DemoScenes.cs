namespace IncidentReporting.Application.Demonstration;

/// <summary>The cases that show every state, and the demonstration users' own.</summary>
internal static class DemoScenes
{
    public static IReadOnlyList<DemoPlan> Of(IReadOnlyList<DemoCast> casts, DateTimeOffset now)
    {
        var children = casts.First(cast => cast.Work == Work.Children);
        var aid = casts.First(cast => cast.Work == Work.Aid);
        var housing = casts.First(cast => cast.Work == Work.Housing);
        var home = casts.First(cast => cast.Work == Work.Home);
        var employee = children.Named("employee");
        var colleague = children.Named("colleague");
        return
        [
            new(now.AddMinutes(-35), children) { Reporter = employee, Kind = "threat_veiled.knows_home", IsDraft = true },
            new(now.AddHours(-3), children) { Reporter = employee, Kind = "threat_direct.violence", StopsAfter = TimeSpan.FromMinutes(1) },
            new(now.AddDays(-12), children) { Reporter = employee, Kind = "other_violation.persistent_contact", StopsAfter = TimeSpan.FromDays(30), IsPoliceForgotten = true, Handler = children.Manager },
            new(now.AddDays(-52), children) { Reporter = employee, Kind = "threat_veiled.future_harm", IsReportedToPolice = false, Ending = "completed", Answer = DemoAnswer.Waits, StopsAfter = TimeSpan.FromDays(51) },
            new(now.AddDays(-150), children) { Reporter = employee, Kind = "online_attack.exposed", IsReportedToPolice = false, Ending = "completed", Answer = DemoAnswer.Agrees, Reopens = false },
            new(now.AddDays(-410), children) { Reporter = employee, Kind = "other_violation.verbal_abuse", IsReportedToPolice = false, Ending = "completed", Answer = DemoAnswer.Agrees, Reopens = false },

            new(now.AddDays(-5), children) { Reporter = colleague, Kind = "threat_veiled.network", StopsAfter = TimeSpan.FromMinutes(1) },
            new(now.AddDays(-9), children) { Reporter = colleague, Kind = "threat_direct.death", StopsAfter = TimeSpan.FromDays(3), IsPoliceForgotten = true },
            new(now.AddDays(-70), children) { Reporter = colleague, Kind = "threat_direct.relative", IsReportedToPolice = false, Ending = "completed", Answer = DemoAnswer.Objects, StaysOpen = true },
            new(now.AddDays(-120), children) { Reporter = colleague, Kind = "other_violation.stalking", IsReportedToPolice = false, Ending = "completed", Answer = DemoAnswer.Agrees, Reopens = true, StaysOpen = true },
            new(now.AddDays(-28), children) { Kind = "threat_direct.exposure", IsReportedToPolice = true, Handler = children.Manager },
            new(now.AddDays(-3), children) { Kind = "other_violation.blocked", BypassManager = true, StopsAfter = TimeSpan.FromMinutes(1) },
            new(now.AddHours(-20), children) { Kind = "threat_veiled.gesture", BypassManager = true, StopsAfter = TimeSpan.FromMinutes(1) },
            new(now.AddDays(-27), children) { Kind = "threat_veiled.knows_children", StopsAfter = TimeSpan.FromDays(90), ActionOwner = children.Representative, IsActionForgotten = true },
            new(now.AddDays(-15), children) { Kind = "other_violation.recorded", StopsAfter = TimeSpan.FromDays(90), ActionOwner = children.Representative },
            new(now.AddDays(-26), children) { Kind = "online_attack.campaign", StopsAfter = TimeSpan.FromDays(90), ActionOwner = children.Coordinator, IsActionForgotten = true },
            new(now.AddDays(-16), children) { Kind = "online_attack.doxxing", StopsAfter = TimeSpan.FromDays(90), ActionOwner = children.Coordinator },

            new(now.AddHours(-7), aid) { Kind = "threat_direct.property", StopsAfter = TimeSpan.FromMinutes(1) },
            new(now.AddDays(-2), aid) { Reporter = aid.Named("outsider"), Kind = "other_violation.verbal_abuse" },
            new(now.AddDays(-46), aid) { Kind = "threat_veiled.family_question", Ending = "withdrawn" },
            new(now.AddDays(-33), aid) { Kind = "other_violation.abusive_reports", Ending = "out_of_scope" },
            new(now.AddDays(-6), housing) { Kind = "physical_violence.push_grab", StopsAfter = TimeSpan.FromDays(2) },
            new(now.AddDays(-40), housing) { Kind = "other_violation.property_damage", Ending = "transferred" },
            new(now.AddDays(-88), housing) { Kind = "physical_violence.hit_kick", IsReportedToPolice = false, Ending = "completed", Answer = DemoAnswer.Agrees, Reopens = false },

            new(now.AddHours(-26), home) { Reporter = home.Named("employee"), Kind = "physical_violence.thrown_object", StopsAfter = TimeSpan.FromMinutes(1) },
            new(now.AddDays(-18), home) { Reporter = home.Named("employee"), Kind = "threat_direct.violence", IsReportedToPolice = false },
        ];
    }
}
