using MediatR;

namespace IncidentReporting.Application.Common;

/// <summary>Changes something: runs in one transaction.</summary>
public interface ICommand<out TResult> : IRequest<TResult>;

/// <summary>Changes something and answers nothing.</summary>
public interface ICommand : ICommand<Unit>;

/// <summary>Only reads.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>A command for the version that the caller has read; where she names one, it is refused, not repeated, when the thing has changed since.</summary>
public interface IConditional
{
    ExpectedVersion Expected { get; }
}
