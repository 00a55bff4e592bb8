using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// One piece of code while it is read: what the visitors of its constructs know of where they are, and where they leave what they
/// find. One thread reads a body.
/// </summary>
internal sealed class Body
{
    // MethodImplOptions of a later framework than ours.
    private const int AggressiveOptimization = 512;

    private readonly ImmutableArray<Cause>.Builder _causes = ImmutableArray.CreateBuilder<Cause>();
    private readonly ImmutableArray<Call>.Builder _calls = ImmutableArray.CreateBuilder<Call>();
    private readonly HashSet<(DiagnosticDescriptor, Place)> _seen = [];
    private readonly HashSet<(DiagnosticDescriptor, object)> _made = [];

    public Body(Code code, EffectModel model, CancellationToken cancellation)
    {
        Code = code;
        Model = model;
        Cancellation = cancellation;
        Walker = new Walker(this);
        Completion = new Completion();
    }

    public Code Code { get; }

    public EffectModel Model { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Goes on into the parts of a construct.</summary>
    public Walker Walker { get; }

    /// <summary>Which tasks are known to be completed here.</summary>
    public Completion Completion { get; }

    /// <summary>Whether all that is here ends in a throw: the throw is what is reported.</summary>
    public bool EndsInThrow { get; set; }

    /// <summary>Whether what is visited runs only where an object or a delegate is of the kind that leads to it.</summary>
    public bool IsDispatched { get; private set; }

    /// <summary>Whether it awaits what may not be completed.</summary>
    public bool Suspends { get; private set; }

    /// <summary>Whether the flow can go round.</summary>
    public bool HasLoops { get; set; }

    // Code with AggressiveOptimization never runs unoptimised.
    private bool IsAlwaysOptimised => ((int)Code.Method.MethodImplementationFlags & AggressiveOptimization) != 0;

    /// <summary>Notes the calls that one call may make, depending on what is there.</summary>
    public void Dispatch(Action calls)
    {
        bool before = IsDispatched;
        IsDispatched = true;
        calls();
        IsDispatched = before;
    }

    /// <summary>All that was found.</summary>
    public Facts ToFacts() => new(_causes.ToImmutable(), _calls.ToImmutable());

    /// <summary>The type that is meant here.</summary>
    public ITypeSymbol Type(ITypeSymbol type) => Model.Substitution.Apply(type, Code.Env);

    /// <summary>Notes a cause at a construct.</summary>
    public void Report(DiagnosticDescriptor rule, SyntaxNode node, string what, string? hop = null)
        => Report(rule, Place.Of(node), what, hop);

    /// <summary>Notes a cause at a place.</summary>
    public void Report(DiagnosticDescriptor rule, Place place, string what, string? hop = null)
    {
        Suspends |= rule == EffectRules.Await;
        if (rule == EffectRules.Unoptimised && IsAlwaysOptimised)
        {
            return;
        }

        if ((!EndsInThrow || !IsForgivenBeforeThrow(rule)) && _seen.Add((rule, place)))
        {
            _causes.Add(new Cause(rule, place, what, hop));
        }
    }

    /// <summary>Notes what is made at the first use of something; which use is the first, nobody knows.</summary>
    public void ReportFirstUse(DiagnosticDescriptor rule, Place place, string what, string? hop, object made)
    {
        if ((!EndsInThrow || !IsForgivenBeforeThrow(rule)) && _made.Add((rule, made)))
        {
            _causes.Add(new Cause(rule, place, what, hop, null, (rule, made), IsDispatched));
        }
    }

    /// <summary>Notes a call of code that can be read.</summary>
    public void Call(Code target, Place place, bool isTrusted = false)
        => _calls.Add(new Call(target, place, EndsInThrow || NeverReturns.Test(target.Method), isTrusted, IsDispatched));

    /// <summary>Whether it says nothing beyond the throw that follows.</summary>
    public static bool IsForgivenBeforeThrow(DiagnosticDescriptor rule)
        => rule.Category == EffectRules.NewObject.Category || rule.Category == EffectRules.TypeInitializer.Category
            || rule == EffectRules.UnlistedMember || rule == EffectRules.ThrowInUse;
}
