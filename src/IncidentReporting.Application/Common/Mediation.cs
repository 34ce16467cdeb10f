using System.Reflection;
using FluentValidation;
using IncidentReporting.Application.Idempotency;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Common;

public static class Mediation
{
    /// <summary>Registers the mediator, and every handler and validator of this assembly and of <paramref name="more"/>.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services, params Assembly[] more)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetService!);
        services.AddTransient<IMediator, Mediator>();
        services.AddScoped<IdempotencyContext>();
        services.AddScoped<AnswerStore>();
        services.AddScoped<RunningCommand>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(CommitBehaviour<,>));

        var types = more.Append(typeof(Mediation).Assembly).Distinct().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false });
        foreach (var type in types)
        {
            foreach (var contract in type.GetInterfaces().Where(IsScanned))
            {
                // Rules are costly to build and know nothing of a call.
                services.Add(new ServiceDescriptor(contract, type, IsValidator(contract) ? ServiceLifetime.Singleton : ServiceLifetime.Transient));
            }
        }

        return services;
    }

    // A validator of a part, such as the fields of a campaign, is made by the one that uses it.
    private static bool IsScanned(Type contract) =>
        contract.IsGenericType && Scanned.Contains(contract.GetGenericTypeDefinition())
        && !(IsValidator(contract) && !contract.GetGenericArguments()[0].IsAssignableTo(typeof(IBaseRequest)));

    private static bool IsValidator(Type contract) => contract.GetGenericTypeDefinition() == typeof(IValidator<>);

    private static readonly HashSet<Type> Scanned = [typeof(IRequestHandler<,>), typeof(INotificationHandler<>), typeof(IValidator<>)];
}
