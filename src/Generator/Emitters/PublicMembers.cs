using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The members that the author calls: <c>Manifest</c>, <c>EnableInterrupts</c>, <c>RunInterrupts</c>.</summary>
internal static class PublicMembers
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="bodies">What the members do.</param>
    /// <param name="taken">The members that would be a second of their name, and are left out.</param>
    public static void Write(IndentedWriter writer, MemberBodies bodies, GeneratedMembers taken)
    {
        Action[] members =
        [
            .. Unless(GeneratedMembers.Manifest, () => WriteManifest(writer, bodies)),
            .. Unless(GeneratedMembers.EnableInterrupts, () => WriteEnable(writer, bodies)),
            .. Unless(GeneratedMembers.RunInterrupts, () => WriteRun(writer, bodies)),
        ];
        for (int i = 0; i < members.Length; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            members[i]();
        }

        Action[] Unless(GeneratedMembers member, Action write) => (taken & member) == 0 ? [write] : [];
    }

    private static void WriteManifest(IndentedWriter writer, MemberBodies bodies)
    {
        writer.Line("/// <summary>What this driver declares, as data: its ids, handlers, vectors and step programs.</summary>");
        writer.Line(Types.GeneratedCode);
        writer.Line($"public static {Types.DriverManifest} {KnownNames.ManifestMember} => {bodies.Manifest};");
    }

    private static void WriteEnable(IndentedWriter writer, MemberBodies bodies)
    {
        writer.Line("/// <summary>Binds this driver to a device and starts the threads that run its handlers.</summary>");
        WriteBindingParameters(writer);
        writer.Line("/// <returns>The binding. Disposing it stops the handlers and leaves the device quiet.</returns>");
        writer.Line(Types.GeneratedCode);
        writer.Line($"public {bodies.Modifiers}{Types.InterruptBinding} {KnownNames.EnableInterruptsMember}(");
        using (writer.Indent())
        {
            writer.Line($"{Types.PciDevice} device,");
            writer.Line($"{Types.InterruptOptions}{bodies.Annotation} options = null)");
            writer.Line($"=> {bodies.Enable};");
        }
    }

    private static void WriteRun(IndentedWriter writer, MemberBodies bodies)
    {
        writer.Line("/// <summary>Binds this driver to a device and runs its handlers on the caller's thread until cancelled.</summary>");
        WriteBindingParameters(writer);
        writer.Line("/// <param name=\"cancellationToken\">Stops the handlers and leaves the device quiet; the call then returns.</param>");
        writer.Line(Types.GeneratedCode);
        writer.Line($"public {bodies.Modifiers}void {KnownNames.RunInterruptsMember}(");
        using (writer.Indent())
        {
            writer.Line($"{Types.PciDevice} device,");
            writer.Line($"{Types.InterruptOptions}{bodies.Annotation} options = null,");
            writer.Line($"{Types.CancellationToken} cancellationToken = default({Types.CancellationToken}))");
            writer.Line($"=> {bodies.Run};");
        }
    }

    private static void WriteBindingParameters(IndentedWriter writer)
    {
        writer.Line("/// <param name=\"device\">The device. Its ids and registers are checked against <see cref=\"Manifest\"/> first.</param>");
        writer.Line("/// <param name=\"options\">How the receive threads run; null for ordinary threads.</param>");
    }
}
