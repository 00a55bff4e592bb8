using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Walks an entry and what it calls in the order of the source, and notes the uses of storage that can be named from the driver.
/// Branches are walked one after the other: what orders uses is looked for, not proven.
/// </summary>
/// <param name="model">The compilation.</param>
/// <param name="driver">The class with the handlers.</param>
/// <param name="shared">What objects of a class are that come from elsewhere.</param>
/// <param name="isWorthEntering">Whether to go into a call that is given no known storage; null: always.</param>
internal sealed partial class Tracer(
    EffectModel model, INamedTypeSymbol driver, IReadOnlyDictionary<ITypeSymbol, Storage> shared, Func<IMethodSymbol, bool>? isWorthEntering)
{
    private const int MaximalDepth = 24;
    private const int MaximalEntered = 4_000;

    private readonly Locator _locator = new(model, driver, shared);
    private readonly Lazy<IMethodSymbol[]> _callbacks = new(() => [.. Callbacks(model, driver)]);
    private readonly List<IOperation> _callers = [];
    private Trace _trace = new("");
    private Frame _frame = new(driver, null, null);
    private Way? _way;
    private int _order;
    private int _count;
    private int _depth;
    private bool _isQuiet;
    private bool _isHandedOff;

    /// <summary>All code that was walked.</summary>
    public HashSet<ISymbol> Entered { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether what is handed to another thread has a trace of its own.</summary>
    public bool Spawns { get; init; }

    /// <summary>What was handed to other threads, if it has traces of its own.</summary>
    public List<Trace> Spawned { get; } = [];

    /// <summary>Who raises events, where that is asked.</summary>
    public Raisers? Raisers { get; init; }

    /// <summary>Walks a method.</summary>
    /// <param name="trace">Takes what is found.</param>
    /// <param name="entry">The method.</param>
    /// <param name="self">Where its object is.</param>
    /// <param name="way">The calls that lead there, where the entry is not the beginning.</param>
    public void Run(Trace trace, IMethodSymbol entry, Storage? self, Way? way = null)
        => Run(trace, entry, self, way, Bodies.Of(entry, model));

    /// <summary>Walks bodies that belong to a method.</summary>
    public void Run(Trace trace, IMethodSymbol entry, Storage? self, Way? way, IEnumerable<IOperation> bodies)
    {
        _trace = trace;
        _frame = new Frame(entry, self, null);
        _way = way;
        _order = trace.Accesses.Count + trace.Syncs.Count;
        Entered.Add(entry.OriginalDefinition);
        foreach (IOperation body in bodies)
        {
            _isQuiet = way is null && (entry.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || Lifecycle.Begins(body, driver));
            Visit(body);
        }
    }

    private void Visit(IOperation? operation)
    {
        if (operation is null or INameOfOperation or ITypeOfOperation or ISizeOfOperation or ILocalFunctionOperation)
        {
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation:
                Touch(operation, AccessKind.Read);
                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                VisitContainer(assignment.Value);
                Bind(assignment.Target, assignment.Value, isReference: true);
                break;
            case ISimpleAssignmentOperation assignment:
                VisitAssigned(assignment.Target, assignment.Value);
                Touch(assignment.Target, AccessKind.Assign);
                Bind(assignment.Target, assignment.Value, isReference: false);
                break;
            case ICompoundAssignmentOperation assignment:
                Visit(assignment.Value);
                Touch(assignment.Target, assignment.OperatorKind == BinaryOperatorKind.Add ? AccessKind.Add : AccessKind.Update);
                break;
            case ICoalesceAssignmentOperation assignment:
                Visit(assignment.Value);
                Touch(assignment.Target, AccessKind.Update);
                break;
            case IIncrementOrDecrementOperation step:
                Touch(step.Target, step.Kind == OperationKind.Increment ? AccessKind.Increment : AccessKind.Decrement);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Visit(deconstruction.Value);
                Touch(deconstruction.Target, AccessKind.Assign);
                break;
            case IVariableDeclaratorOperation variable:
                VisitVariable(variable);
                break;
            case IInvocationOperation call:
                VisitCall(call);
                break;
            case IObjectCreationOperation creation:
                VisitArguments(creation.Arguments, creation.Constructor);
                Visit(creation.Initializer);
                break;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference }:
                VisitHandedOff(reference);
                break;
            case IAnonymousFunctionOperation lambda:
                VisitHandedOff(lambda);
                break;
            case IEventAssignmentOperation assignment:
                VisitSubscribed(assignment);
                break;
            case ILockOperation @lock:
                Visit(@lock.LockedValue);
                Note(_locator.Locate(@lock.LockedValue, _frame) ?? Storage.Fence, isAcquire: true, isRelease: false, isTested: true);
                Visit(@lock.Body);
                Note(_locator.Locate(@lock.LockedValue, _frame) ?? Storage.Fence, isAcquire: false, isRelease: true, isTested: true);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop:
                Visit(loop.Collection);
                if (variable.Symbol is { Type.IsReferenceType: true } or { IsRef: true })
                {
                    _frame.Set(variable.Symbol, _locator.Locate(loop.Collection, _frame)?.Element(variable.Symbol.Type), variable.Symbol.IsRef);
                }

                Visit(loop.Body);
                break;
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } name } } test:
                Visit(test.Value);
                BindObject(name, test.Value);
                break;
            case IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: { } name } } test:
                Visit(test.Value);
                BindObject(name, test.Value);
                Visit(test.Pattern);
                break;
            case IAddressOfOperation address:
                VisitContainer(address.Reference);
                break;
            case IAwaitOperation await:
                Visit(await.Operation);
                EndIfCompletion(await.Operation);
                break;
            default:
                foreach (IOperation child in operation.ChildOperations)
                {
                    Visit(child);
                }

                break;
        }
    }

    // Whoever raises an event runs what is subscribed, on a thread of its own.
    private void VisitSubscribed(IEventAssignmentOperation assignment)
    {
        if (assignment.EventReference is IEventReferenceOperation { Event: { } @event } && Raisers?.AreHandlers(@event) == true)
        {
            Visit(assignment.HandlerValue);
        }
        else
        {
            VisitDeferred(assignment.HandlerValue);
        }
    }

    private void VisitVariable(IVariableDeclaratorOperation variable)
    {
        IOperation? value = variable.GetVariableInitializer()?.Value;
        if (value is null)
        {
            return;
        }

        if (variable.Symbol.IsRef)
        {
            VisitContainer(value);
            _frame.Set(variable.Symbol, _locator.Locate(value, _frame), isReference: true);
        }
        else
        {
            Visit(value);
            BindObject(variable.Symbol, value);
        }
    }

    // Whoever holds a lambda calls it from anywhere; what is in a private field is the class's own to call.
    private void VisitAssigned(IOperation target, IOperation value)
    {
        if (value is IDelegateCreationOperation
            && target is IMemberReferenceOperation { Member: { DeclaredAccessibility: not Accessibility.Private } or { ContainingType.TypeKind: not TypeKind.Class } } holder
            && Raisers?.AreHandlers(holder.Member) != true)
        {
            VisitDeferred(value);
        }
        else
        {
            Visit(value);
        }
    }

    private void Bind(IOperation target, IOperation value, bool isReference)
    {
        if (target is ILocalReferenceOperation local)
        {
            if (isReference)
            {
                _frame.Set(local.Local, _locator.Locate(value, _frame), true);
            }
            else if (_frame.Find(local.Local) is not { IsReference: true })
            {
                BindObject(local.Local, value);
            }
        }
    }

    private void BindObject(ISymbol variable, IOperation value)
    {
        if ((variable as ILocalSymbol)?.Type.IsReferenceType == true)
        {
            _frame.Set(variable, _locator.Locate(value, _frame), isReference: false);
        }
    }
}
