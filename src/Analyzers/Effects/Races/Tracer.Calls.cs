using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Calls: what they do with what they are given, and the code that they run.</summary>
internal sealed partial class Tracer
{
    private const int MaximalTargets = 8;

    private void VisitCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (ConditionalCalls.IsOmitted(call))
        {
            return;
        }

        if (Synchronizers.IsFence(method))
        {
            Note(Storage.Fence, isAcquire: true, isRelease: true, isTested: true);
            return;
        }

        if (Synchronizers.IsAtomic(method) && call.Arguments is [{ Parameter.RefKind: not RefKind.None } target, ..])
        {
            VisitArguments(call.Arguments.RemoveAt(0), method);
            Touch(target.Value, Synchronizers.KindOf(method), isAtomic: true);
            return;
        }

        if (Lifecycle.IsBegin(method, driver) || Lifecycle.IsRun(method, driver))
        {
            VisitArguments(call.Arguments, method);
            _isQuiet = Lifecycle.IsRun(method, driver) && _way is null;
            return;
        }

        VisitInstance(call.Instance);
        if (Lifecycle.IsEnd(method))
        {
            _isQuiet = true;
            return;
        }

        if (model.IsSource(method))
        {
            Enter(method, call.Instance, call.IsVirtual, call.Arguments, call);
            return;
        }

        VisitLibrary(call, method);
    }

    private void VisitLibrary(IInvocationOperation call, IMethodSymbol method)
    {
        if (call.Instance is IInstanceReferenceOperation && _frame.Self == Storage.Driver)
        {
            foreach (IMethodSymbol callback in _callbacks.Value)
            {
                Enter(callback, call.Instance, isVirtual: false, [], call);
            }
        }

        bool isMeeting = Synchronizers.Is(method.ContainingType) || Synchronizers.Is(call.Instance?.Type);
        VisitArguments(call.Arguments, method);
        IOperation? at = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (isMeeting && _locator.Locate(at, _frame) is { } meeting)
        {
            bool isEnd = method.Name is "Exit" or "Release" or "Set";
            Note(meeting, isAcquire: !isEnd, isRelease: method.Name is not ("Enter" or "TryEnter" or "EnterScope" or "Wait" or "WaitOne"), isTested: true);
        }

        if (method.Name is "Wait" or "GetAwaiter" or "GetResult")
        {
            EndIfCompletion(call.Instance);
        }
    }

    // What a base class of another assembly may call of the driver, because it promises to be fit for a handler.
    private static IEnumerable<IMethodSymbol> Callbacks(EffectModel model, INamedTypeSymbol driver)
    {
        for (INamedTypeSymbol? type = driver; type is not null && model.IsSource(type); type = type.BaseType)
        {
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.OverriddenMethod is { } overridden && !model.IsSource(overridden) && model.Contracts.IsChecked(method))
                {
                    yield return method;
                }
            }
        }
    }

    // Arguments of code that is not walked.
    private void VisitArguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol? method)
    {
        bool outer = _isHandedOff;
        _isHandedOff = Synchronizers.RunsElsewhere(method?.ContainingType);
        foreach (IArgumentOperation argument in arguments)
        {
            switch (argument.Parameter?.RefKind)
            {
                case RefKind.Out:
                    Touch(argument.Value, AccessKind.Assign);
                    break;
                case RefKind.Ref:
                    // What is done with it, nobody knows.
                    VisitContainer(argument.Value);
                    break;
                default:
                    Visit(argument.Value);
                    break;
            }
        }

        _isHandedOff = outer;
    }

    private void Enter(IMethodSymbol method, IOperation? instance, bool isVirtual, ImmutableArray<IArgumentOperation> arguments, IOperation site)
    {
        var given = new List<(IParameterSymbol Parameter, Storage Storage, bool IsReference)>();
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (IArgumentOperation argument in arguments)
        {
            bool isReference = argument.Parameter is { RefKind: not RefKind.None };
            if (isReference)
            {
                VisitContainer(argument.Value);
            }
            else
            {
                Visit(argument.Value);
            }

            if (argument.Parameter is { } parameter
                && (isReference || parameter.Type is { IsReferenceType: true } or ITypeParameterSymbol)
                && parameter.Ordinal < definition.Parameters.Length
                && _locator.Locate(argument.Value, _frame) is { } storage)
            {
                given.Add((definition.Parameters[parameter.Ordinal], storage, isReference));
            }
        }

        Storage? self = instance is null ? null : _locator.Locate(instance, _frame);
        foreach (IMethodSymbol target in Targets(definition, instance, isVirtual))
        {
            bool isLocal = target.MethodKind == MethodKind.LocalFunction;
            var frame = new Frame(target, isLocal ? _frame.Self : self, isLocal ? _frame : null) { Caller = _frame };
            foreach ((IParameterSymbol parameter, Storage storage, bool isReference) in given)
            {
                frame.Set(parameter.Ordinal < target.Parameters.Length ? target.Parameters[parameter.Ordinal] : parameter, storage, isReference);
            }

            if (self is not null || given.Count > 0 || isLocal || isWorthEntering is null || isWorthEntering(target))
            {
                bool isNamed = SymbolEqualityComparer.Default.Equals(target, definition);
                Walk(target, isNamed ? method.ContainingType : target.ContainingType, frame, site);
            }
        }
    }

    private void Walk(IMethodSymbol target, INamedTypeSymbol type, Frame frame, IOperation site)
    {
        if (_depth >= MaximalDepth || _count >= MaximalEntered || model.Contracts.IsUnsafe(target) || _frame.IsInside(target, frame.Self))
        {
            return;
        }

        (Frame outerFrame, Way? outerWay) = (_frame, _way);
        _frame = frame;
        _way = new Way(target, type, Names.PlaceOf(site.Syntax), _way);
        _callers.Add(site);
        _depth++;
        _count++;
        Entered.Add(target.OriginalDefinition);
        foreach (IOperation body in Bodies.Of(target, model))
        {
            Visit(body);
        }

        _depth--;
        _callers.RemoveAt(_callers.Count - 1);
        (_frame, _way) = (outerFrame, outerWay);
    }

    private IEnumerable<IMethodSymbol> Targets(IMethodSymbol method, IOperation? instance, bool isVirtual)
    {
        if (!isVirtual && !method.IsAbstract)
        {
            return [method.PartialImplementationPart ?? method];
        }

        if (instance?.Type is not INamedTypeSymbol receiver)
        {
            receiver = method.ContainingType;
        }

        return model.Hierarchy.Below(receiver)
            .Prepend(receiver)
            .Select(t => Implementations.Find(method, t.OriginalDefinition)?.OriginalDefinition)
            .OfType<IMethodSymbol>()
            .Where(static m => !m.IsAbstract)
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .Take(MaximalTargets);
    }

    // A lambda or method that is made into a delegate: other threads may run it, and then the interrupts are enabled.
    private void VisitHandedOff(IOperation operation)
    {
        if (!_isHandedOff || !Spawns)
        {
            VisitDelegate(operation);
            return;
        }

        // It sees what its maker saw until then; what the two see afterwards is for each of them alone.
        Trace outer = _trace;
        _trace = new Trace(operation is IMethodReferenceOperation { Method: { } method } ? Names.Of(method, method.ContainingType, driver) : outer.Name);
        _trace.Syncs.AddRange(outer.Syncs);
        Spawned.Add(_trace);
        VisitDelegate(operation);
        _trace = outer;
    }

    private void VisitDelegate(IOperation operation)
    {
        bool outer = _isQuiet;
        _isQuiet &= !_isHandedOff;
        bool outerHandedOff = _isHandedOff;
        _isHandedOff = false;
        if (operation is IAnonymousFunctionOperation lambda)
        {
            Visit(lambda.Body);
        }
        else if (operation is IMethodReferenceOperation reference)
        {
            VisitInstance(reference.Instance);
            if (model.IsSource(reference.Method) && !model.Contracts.IsHandler(reference.Method))
            {
                Enter(reference.Method, reference.Instance, reference.IsVirtual, [], operation);
            }
        }

        _isHandedOff = outerHandedOff;
        _isQuiet = outer;
    }

    private void VisitDeferred(IOperation operation)
    {
        bool outer = _isHandedOff;
        _isHandedOff = true;
        Visit(operation);
        _isHandedOff = outer;
    }

    // After a binding's completion no handler runs.
    private void EndIfCompletion(IOperation? awaited)
    {
        if (awaited is not null && awaited.DescendantsAndSelf().Any(Lifecycle.IsCompletion))
        {
            _isQuiet = true;
        }
    }
}
