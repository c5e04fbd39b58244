<#-- The parent's page without its empty heading: the question is the heading. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("organization.select")}
    <#elseif section = "form">
        <form action="${url.loginAction}" method="post">
            <ul id="kc-user-organizations">
                <#list user.organizations as organization>
                    <li>
                        <button type="submit" id="organization-${organization.alias}" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" name="kc.org" value="${organization.alias}">${organization.name!}</button>
                    </li>
                </#list>
            </ul>
        </form>
    </#if>
</@layout.registrationLayout>
