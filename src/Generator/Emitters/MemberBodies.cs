using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>What the public members of a driver do: bind it, or say that its declaration is wrong.</summary>
/// <param name="Modifiers">Between <c>public</c> and the type of an instance member.</param>
/// <param name="Annotation">After the type of a parameter that may be null.</param>
/// <param name="Manifest">The expression of <c>Manifest</c>.</param>
/// <param name="Enable">The expression of <c>EnableInterrupts</c>.</param>
/// <param name="Run">The expression of <c>RunInterrupts</c>.</param>
internal sealed record MemberBodies(string Modifiers, string Annotation, string Manifest, string Enable, string Run)
{
    /// <summary>The bodies of a driver that is in order.</summary>
    public static MemberBodies Dispatching(DriverModel driver)
    {
        string make = $"new {KnownNames.DispatcherMember}({(DispatcherClass.NeedsDriver(driver) ? "this" : "")})";
        return new MemberBodies(
            "",
            "?",
            $"{KnownNames.DispatcherMember}.{DispatcherClass.Declared}",
            $"{make}.Enable(device, options)",
            $"{make}.Run(device, options, cancellationToken)");
    }

    /// <summary>
    /// The bodies of a driver that has faults: its members are there, so that what uses them has no errors of its own, and
    /// the message about the declaration is the only one.
    /// </summary>
    public static MemberBodies Throwing(DriverModel driver, CompilationFacts facts)
    {
        string message = $"The driver {Identifiers.DisplayName(driver)} has errors in its declaration; the build's TH1xxx messages name them.";
        string body = $"throw new {Types.InvalidOperationException}({Literals.Text(message)})";
        return new MemberBodies(driver.IsStatic ? "static " : "", facts.HasCSharp12 ? "?" : "", body, body, body);
    }
}
