using IncidentReporting.Api.Hosting;

await ServiceHost.Build(args).RunAsync();
